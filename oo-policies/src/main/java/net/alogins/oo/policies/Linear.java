package net.alogins.oo.policies;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Slate;

/** A linear score: one weight per column of a full row. */
final class Linear {

  private Linear() {}

  /**
   * The score of every candidate of {@code slate}. The context is folded into the weights, so that
   * a candidate costs no more than its own columns.
   */
  static double[] scores(double[] weights, Slate slate) {
    double[] own = new double[slate.schema().candidateWidth()];
    double same = slate.schema().fold(slate.context(), weights, own);
    double[] scores = new double[slate.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = same + dot(own, slate.features(), i * own.length);
    }
    return scores;
  }

  /** As {@link Doubles#dot}. */
  private static double dot(double[] weights, FloatColumn values, int from) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int j = 0;
    for (; j + 3 < weights.length; j += 4) {
      sum0 += weights[j] * values.get(from + j);
      sum1 += weights[j + 1] * values.get(from + j + 1);
      sum2 += weights[j + 2] * values.get(from + j + 2);
      sum3 += weights[j + 3] * values.get(from + j + 3);
    }
    for (; j < weights.length; j++) {
      sum0 += weights[j] * values.get(from + j);
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  /** What each feature that tells candidates apart added to the score of one of them. */
  static List<Contribution> contributions(double[] weights, Slate slate, int index) {
    double[] row = new double[weights.length];
    slate.schema().expand(slate, index, row);
    List<Contribution> all = new ArrayList<>();
    for (int j = slate.schema().contextWidth(); j < row.length; j++) {
      if (row[j] != 0) {
        all.add(new Contribution(slate.schema().columns().get(j), weights[j] * row[j]));
      }
    }
    return List.copyOf(all);
  }
}
