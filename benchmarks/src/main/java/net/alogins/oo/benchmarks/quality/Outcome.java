package net.alogins.oo.benchmarks.quality;

import java.util.BitSet;

/**
 * What a game came to, exploration included (progressive validation).
 *
 * @param reward the share of right choices
 * @param first the same of the first {@value #FIRST}
 */
record Outcome(double reward, double first) {

  private static final int FIRST = 500;

  /** Of {@code size} choices, of which those were right. */
  static Outcome of(BitSet right, int size) {
    int early = Math.min(FIRST, size);
    return new Outcome(
        right.cardinality() / (double) size, right.get(0, early).cardinality() / (double) early);
  }
}
