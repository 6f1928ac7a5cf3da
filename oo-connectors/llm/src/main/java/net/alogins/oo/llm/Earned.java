package net.alogins.oo.llm;

/**
 * What the decisions with suggestions of one prompt version have earned, whichever candidate was
 * chosen: the mean reward, and what it lies between in 95 of 100 logs if all goes well.
 *
 * @param version the prompt's version
 * @param decisions how many decisions
 * @param mean the mean reward, weighted by the versions' propensities
 * @param lower the lower end of the interval
 * @param upper the upper end of the interval
 */
public record Earned(String version, long decisions, double mean, double lower, double upper) {

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.959963984540054;

  static Earned of(String version, Sums sums) {
    return of(version, sums.decisions(), sums.mean(), sums.variance());
  }

  /** By how much {@code a} earned more than {@code b}. */
  static Earned difference(String name, Sums a, Sums b) {
    return of(
        name, a.decisions() + b.decisions(), a.mean() - b.mean(), a.variance() + b.variance());
  }

  private static Earned of(String name, long decisions, double mean, double variance) {
    double reach = QUANTILE * Math.sqrt(variance);
    return new Earned(name, decisions, mean, mean - reach, mean + reach);
  }

  /** Whether {@code value} lies in the interval; the ends do. */
  boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
