package net.alogins.oo.event;

import java.util.Arrays;

/** An immutable column of finite float64 values. */
public final class DoubleColumn {

  private static final double[] NONE = new double[0];

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
    return new Builder(values.clone()).build();
  }

  /** For a column of {@code size} values, 0 at first, that are never copied. */
  public static Builder builder(int size) {
    return new Builder(new double[size]);
  }

  /** A column on its way. Once it is built, nothing in it can be set any more. */
  public static final class Builder {

    private double[] values;

    private Builder(double[] values) {
      this.values = values;
    }

    public int size() {
      return values.length;
    }

    public double get(int index) {
      return values[index];
    }

    public void set(int index, double value) {
      values[index] = value;
    }

    /**
     * The column, once.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public DoubleColumn build() {
      for (double value : values) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("column values must be finite but one was " + value);
        }
      }
      DoubleColumn column = new DoubleColumn(values);
      values = NONE;
      return column;
    }
  }

  public int size() {
    return values.length;
  }

  public double get(int index) {
    return values[index];
  }

  /** A copy of {@code length} values from {@code from}. */
  public DoubleColumn slice(int from, int length) {
    return new DoubleColumn(Arrays.copyOfRange(values, from, from + length));
  }

  /** The index of the largest value, the first of equals. */
  public int largest() {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
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
