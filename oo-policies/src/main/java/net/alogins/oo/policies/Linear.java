package net.alogins.oo.policies;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Slate;

/** A linear score: one weight per column of a full row. */
final class Linear {

  private Linear() {}

  /** The score of every candidate of {@code slate}. Cost O(n d). */
  static double[] scores(double[] weights, Slate slate) {
    double[] scores = new double[slate.size()];
    double[] row = new double[weights.length];
    for (int i = 0; i < scores.length; i++) {
      slate.schema().expand(slate, i, row);
      scores[i] = Doubles.dot(weights, row);
    }
    return scores;
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
