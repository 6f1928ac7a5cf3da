package net.alogins.oo.benchmarks;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Some values, sorted. */
public final class Sorted {

  private static final double OUTSIDE = .025;

  private final double[] values;

  private Sorted(double[] values) {
    this.values = values;
  }

  /** Sorts {@code values}. */
  public static Sorted of(DoubleStream values) {
    return new Sorted(values.sorted().toArray());
  }

  /** Sorts {@code values}. */
  public static Sorted of(List<Double> values) {
    return of(values.stream().mapToDouble(value -> value));
  }

  /** Each of {@code values}, divided by the one of {@code others} in its place. */
  public static Sorted ratios(List<Double> values, List<Double> others) {
    return of(IntStream.range(0, values.size()).mapToDouble(i -> values.get(i) / others.get(i)));
  }

  /** The mean of the two in the middle, if there are two. */
  public double median() {
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** The least value that is not below so much of all, 0 to 1. */
  public double percentile(double share) {
    return values[Math.min(values.length - 1, (int) (values.length * share))];
  }

  /** Above so much is the median of what the values come from, in 97.5 of 100 cases. */
  public double low() {
    return values[outside()];
  }

  /** Below so much is the median of what the values come from, in 97.5 of 100 cases. */
  public double high() {
    return values[values.length - 1 - outside()];
  }

  /** How many on each side may be left out: by the sign test (Thompson 1936). */
  private int outside() {
    double chance = Math.pow(.5, values.length);
    double tail = chance;
    int outside = 0;
    while (tail + chance * (values.length - outside) / (outside + 1) <= OUTSIDE) {
      chance *= (double) (values.length - outside) / (outside + 1);
      tail += chance;
      outside++;
    }
    return outside;
  }
}
