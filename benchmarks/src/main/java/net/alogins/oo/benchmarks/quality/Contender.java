package net.alogins.oo.benchmarks.quality;

/** Who plays a set. */
interface Contender {

  /** In tables. */
  String name();

  /** Plays all rows, in the order of {@code seed}. */
  Outcome play(DataSet set, int seed);
}
