package net.alogins.oo.benchmarks;

import java.util.List;

/** Values of one thing, one from each seed. */
public record Sample(List<Double> values) {

  private static final double NORMAL = 1.959963984540054;

  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample must have a value");
    }
  }

  public double mean() {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  /** The standard error of the mean; NaN of one value. */
  public double standardError() {
    double mean = mean();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1) / values.size());
  }

  /** How far the 95 % interval of the mean reaches to either side, by Student's t. */
  public double margin() {
    return student(values.size() - 1) * standardError();
  }

  /**
   * By how much a 95 % interval of so many independent values must be wider than their own spread
   * makes it: by Student's t, and since that spread is too small (Hesterberg 2015, 3.2).
   */
  public static double expansion(int count) {
    return student(count - 1) / NORMAL * Math.sqrt(count / (count - 1.));
  }

  /** The 97.5 % point of Student's t (Cornish and Fisher's expansion; within 1 % from 3 on). */
  private static double student(int degrees) {
    double z = NORMAL;
    double n = degrees;
    return z
        + (Math.pow(z, 3) + z) / (4 * n)
        + (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / (96 * n * n)
        + (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * Math.pow(z, 3) - 15 * z)
            / (384 * n * n * n);
  }
}
