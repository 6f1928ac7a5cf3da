package net.alogins.oo.event;

import java.util.Arrays;

/** An immutable column of finite float64 values. */
public final class DoubleColumn {

  private final double[] values;

  private DoubleColumn(double[] values) {
    this.values = values;
  }

  /**
   * A copy of {@code values}.
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public static DoubleColumn of(double... values) {
    double[] own = values.clone();
    for (double value : own) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("column values must be finite but one was " + value);
      }
    }
    return new DoubleColumn(own);
  }

  public int size() {
    return values.length;
  }

  public double get(int index) {
    return values[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DoubleColumn column && Arrays.equals(values, column.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
