package net.alogins.oo.tip;

/** What became of making a logged decision again, from the same state, slate and seed. */
public sealed interface Replay {

  /** Every score, probability, reason and the choice came out the same, bit for bit. */
  record Identical() implements Replay {}

  /**
   * Something came out otherwise.
   *
   * @param where the first thing that did, with what was logged and what came out
   */
  record Different(String where) implements Replay {}

  /**
   * It cannot be made again: it is of an earlier epoch.
   *
   * @param why what is no longer there
   */
  record NotReexecutable(String why) implements Replay {}
}
