package net.alogins.oo.policies;

import java.util.Arrays;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
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
    int i = 0;
    for (; i + 3 < scores.size(); i += 4) {
      scoreFour(own, slate.features(), i, scores);
    }
    for (; i < scores.size(); i++) {
      scores.set(i, dot(own, slate.features(), i * own.length));
    }
    for (i = 0; i < scores.size(); i++) {
      scores.set(i, scores.get(i) + same);
    }
    return scores;
  }

  /**
   * The same of rows that are turned on their side.
   *
   * @param own weights of a candidate's own columns
   * @param columns value j of each of them in {@code columns[from + j]}
   * @param sums overwritten, one for each row
   */
  static void scores(double[] own, double[][] columns, int from, double[] sums) {
    Arrays.fill(sums, 0);
    int j = 0;
    for (; j + 3 < own.length; j += 4) {
      addOneByOne(sums, own, j, columns, from + j);
    }
    for (; j < own.length; j++) {
      Doubles.add(sums, own[j], columns[from + j], 0, sums.length);
    }
  }

  private static void addOneByOne(
      double[] sums, double[] weights, int j, double[][] columns, int at) {
    double weight0 = weights[j];
    double weight1 = weights[j + 1];
    double weight2 = weights[j + 2];
    double weight3 = weights[j + 3];
    double[] column0 = columns[at];
    double[] column1 = columns[at + 1];
    double[] column2 = columns[at + 2];
    double[] column3 = columns[at + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] =
          sums[i]
              + weight0 * column0[i]
              + weight1 * column1[i]
              + weight2 * column2[i]
              + weight3 * column3[i];
    }
  }

  private static double dot(double[] weights, FloatColumn values, int from) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * values.get(from + j);
    }
    return sum;
  }

  /** The same of four rows at once, whose sums do not wait for each other. */
  private static void scoreFour(
      double[] weights, FloatColumn rows, int first, DoubleColumn.Builder scores) {
    int from0 = first * weights.length;
    int from1 = from0 + weights.length;
    int from2 = from1 + weights.length;
    int from3 = from2 + weights.length;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int j = 0; j < weights.length; j++) {
      double weight = weights[j];
      sum0 += weight * rows.get(from0 + j);
      sum1 += weight * rows.get(from1 + j);
      sum2 += weight * rows.get(from2 + j);
      sum3 += weight * rows.get(from3 + j);
    }
    scores.set(first, sum0);
    scores.set(first + 1, sum1);
    scores.set(first + 2, sum2);
    scores.set(first + 3, sum3);
  }
}
