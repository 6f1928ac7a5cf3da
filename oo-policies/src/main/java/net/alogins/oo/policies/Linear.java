package net.alogins.oo.policies;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Slate;

/** A linear score: one weight per column of a full row. */
final class Linear {

  private Linear() {}

  /**
   * The score of every candidate of {@code slate}. The context is folded into the weights, so that
   * a candidate costs no more than its own columns.
   */
  static DoubleColumn.Builder scores(double[] weights, Slate slate) {
    double[] own = weights;
    double same = 0;
    if (weights.length > slate.schema().candidateWidth()) {
      own = new double[slate.schema().candidateWidth()];
      same = slate.schema().fold(slate.context(), weights, own);
    }
    DoubleColumn.Builder scores = DoubleColumn.builder(slate.size());
    Kernels.CHOSEN.dots(own, slate.features(), scores);
    if (same != 0) {
      for (int i = 0; i < scores.size(); i++) {
        scores.set(i, scores.get(i) + same);
      }
    }
    return scores;
  }
}
