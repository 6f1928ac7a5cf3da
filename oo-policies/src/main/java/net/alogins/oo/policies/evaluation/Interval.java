package net.alogins.oo.policies.evaluation;

/** What a value lies between, in 95 of 100 logs if all goes well. */
public record Interval(double lower, double upper) {

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.959963984540054;

  /** By the normal approximation. */
  static Interval normal(double value, double standardError) {
    double reach = QUANTILE * standardError;
    return new Interval(value - reach, value + reach);
  }

  /** Whether {@code value} lies in it; the ends do. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /** Upper minus lower end. */
  public double width() {
    return upper - lower;
  }
}
