package net.alogins.oo.benchmarks.judge;

import java.util.List;

/**
 * What somebody thought of tips, and what became of them, as columns of one length.
 *
 * @param scores what was thought, more being better
 * @param rewards what they earned
 * @param done whether they were done
 */
@SuppressWarnings("ArrayRecordComponent") // columns, read by measures alone
record Verdicts(double[] scores, double[] rewards, boolean[] done) {

  /**
   * One of them.
   *
   * @param group whose tip it was, or on what day
   */
  record One(String group, double score, double reward, boolean done) {}

  static Verdicts of(List<One> all) {
    boolean[] done = new boolean[all.size()];
    for (int i = 0; i < done.length; i++) {
      done[i] = all.get(i).done();
    }
    return new Verdicts(
        all.stream().mapToDouble(One::score).toArray(),
        all.stream().mapToDouble(One::reward).toArray(),
        done);
  }

  int size() {
    return scores.length;
  }

  /** Of how many of all it is so that they were done. */
  double shareDone() {
    int count = 0;
    for (boolean each : done) {
      count += each ? 1 : 0;
    }
    return (double) count / done.length;
  }

  /** Those at {@code places}, as often as they stand there. */
  Verdicts at(int[] places) {
    Verdicts some =
        new Verdicts(
            new double[places.length], new double[places.length], new boolean[places.length]);
    for (int i = 0; i < places.length; i++) {
      some.scores[i] = scores[places[i]];
      some.rewards[i] = rewards[places[i]];
      some.done[i] = done[places[i]];
    }
    return some;
  }
}
