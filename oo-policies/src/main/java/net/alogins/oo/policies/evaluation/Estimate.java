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
 *     weights were self-normalised
 * @param skewness of what the rounds add to its error; large when few of them bear most of it
 * @param weights of the rounds, or empty when the estimator uses none: it then trusts the reward
 *     model alone, and neither error nor interval knows how wrong that is
 */
public record Estimate(
    String estimator,
    int rounds,
    double value,
    double standardError,
    Interval interval,
    double skewness,
    Optional<Weights> weights) {

  private static final double COCHRAN = 25;

  /** The same with another interval. */
  Estimate within(Interval other) {
    return new Estimate(estimator, rounds, value, standardError, other, skewness, weights);
  }

  /**
   * Whether the interval is rough: there are no more rounds than 25 times the squared skewness
   * (Cochran 1977, section 2.15), and it may well contain the true value in fewer than 94 of 100
   * logs. Rare rewards and large weights make it so.
   */
  public boolean isRough() {
    return rounds <= COCHRAN * skewness * skewness;
  }

  /** How many rounds of equal weight it rests on: all, when it uses no weights. */
  public double effectiveSampleSize() {
    return weights.map(Weights::effectiveSampleSize).orElse((double) rounds);
  }

  /** One line for a person. */
  public String inWords() {
    return String.format(
            Locale.ROOT,
            "%s %.4f, %s95 %% from %.4f to %.4f, %d rounds, ",
            estimator,
            value,
            isRough() ? "roughly " : "",
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
