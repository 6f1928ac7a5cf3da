package net.alogins.oo.policies.evaluation;

import java.util.Locale;
import java.util.Optional;

/**
 * The expected reward of the evaluated policy, with what is needed to believe it or not.
 *
 * @param estimator its name
 * @param rounds how many there were
 * @param value the mean of what the rounds are worth
 * @param standardError the standard deviation of what the rounds are worth (n - 1 degrees of
 *     freedom) by the root of n; infinite for one round. It takes self-normalised weights as given,
 *     which mostly is too large
 * @param interval 95 %, by the normal approximation or by a {@link Bootstrap}; both know that
 *     weights were self-normalised, and both are too narrow when few rounds bear most of the weight
 * @param weights of the rounds, or empty when the estimator uses none: it then trusts the reward
 *     model alone, and neither error nor interval knows how wrong that is
 */
public record Estimate(
    String estimator,
    int rounds,
    double value,
    double standardError,
    Interval interval,
    Optional<Weights> weights) {

  /** How many rounds of equal weight it rests on: all, when it uses no weights. */
  public double effectiveSampleSize() {
    return weights.map(Weights::effectiveSampleSize).orElse((double) rounds);
  }

  /** One line for a person. */
  public String inWords() {
    return String.format(
            Locale.ROOT,
            "%s %.4f, 95 %% from %.4f to %.4f, %d rounds, ",
            estimator,
            value,
            interval.lower(),
            interval.upper(),
            rounds)
        + weights.map(Estimate::inWords).orElse("no weights: only as good as its reward model");
  }

  private static String inWords(Weights weights) {
    return String.format(
        Locale.ROOT,
        "effectively %.1f, weights %.3f on average, at most %.3f",
        weights.effectiveSampleSize(),
        weights.mean(),
        weights.largest());
  }
}
