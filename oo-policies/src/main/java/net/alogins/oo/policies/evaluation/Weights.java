package net.alogins.oo.policies.evaluation;

/**
 * The weights of some rounds, before an estimator changes them: how alike the log and the evaluated
 * policy are. A weight is the policy's probability of the logged choice by the log's own.
 *
 * @param effectiveSampleSize how many rounds of equal weight would tell as much, {@code (sum w)^2 /
 *     sum w^2} (Kish 1965): from 0, when the policy makes none of the choices, to their number
 * @param largest the largest weight
 * @param mean their mean, close to 1 when propensities are right and every choice of the policy is
 *     in the log
 * @param meanError the standard error of the mean
 */
public record Weights(double effectiveSampleSize, double largest, double mean, double meanError) {

  static Weights of(double[] weights) {
    double largest = 0;
    for (double weight : weights) {
      largest = StrictMath.max(largest, weight);
    }
    Moments moments = Moments.of(weights);
    return new Weights(
        effective(weights, largest), largest, moments.mean(), moments.standardError());
  }

  private static double effective(double[] weights, double largest) {
    if (largest == 0) {
      return 0;
    }
    double[] shares = new double[weights.length];
    double[] squares = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = weights[i] / largest;
      squares[i] = shares[i] * shares[i];
    }
    double sum = Moments.sum(shares);
    return sum * sum / Moments.sum(squares);
  }
}
