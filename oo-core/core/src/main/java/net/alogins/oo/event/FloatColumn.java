package net.alogins.oo.event;

import java.util.Arrays;

/** An immutable column of finite float32 values. */
public final class FloatColumn {

  private final float[] values;

  private FloatColumn(float[] values) {
    this.values = values;
  }

  /**
   * A copy of {@code values}.
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public static FloatColumn of(float... values) {
    return new Builder(values.clone()).build();
  }

  /** For a column of {@code size} values, 0 at first, that are never copied. */
  public static Builder builder(int size) {
    return new Builder(new float[size]);
  }

  /** A column on its way. Once it is built, nothing in it can be set any more. */
  public static final class Builder {

    private static final float[] GONE = {};

    private float[] values;

    private Builder(float[] values) {
      this.values = values;
    }

    public void set(int index, float value) {
      values[index] = value;
    }

    /**
     * The column, once.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public FloatColumn build() {
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException("column values must be finite but one was " + value);
        }
      }
      FloatColumn column = new FloatColumn(values);
      values = GONE;
      return column;
    }
  }

  public int size() {
    return values.length;
  }

  public float get(int index) {
    return values[index];
  }

  /** A copy of {@code length} values from {@code from}. */
  public FloatColumn slice(int from, int length) {
    return new FloatColumn(Arrays.copyOfRange(values, from, from + length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatColumn column && Arrays.equals(values, column.values);
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
