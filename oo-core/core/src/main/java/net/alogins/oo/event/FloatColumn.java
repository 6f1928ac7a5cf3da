package net.alogins.oo.event;

import java.util.Arrays;

/** An immutable column of finite float32 values. */
public final class FloatColumn {

  private static final float[] NONE = new float[0];

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
    Builder builder = builder(values.length);
    builder.setAll(0, values);
    return builder.build();
  }

  /** For a column of {@code size} values, 0 at first, that are never copied. */
  public static Builder builder(int size) {
    return new Builder(new float[size]);
  }

  /** A column on its way. Once it is built, nothing in it can be set any more. */
  public static final class Builder {

    private float[] values;

    private Builder(float[] values) {
      this.values = values;
    }

    /**
     * Sets one value.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public void set(int index, float value) {
      values[index] = finite(value);
    }

    /**
     * Sets the values from {@code index} on.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public void setAll(int index, float[] more) {
      for (float value : more) {
        finite(value);
      }
      System.arraycopy(more, 0, values, index, more.length);
    }

    private static float finite(float value) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("column values must be finite but one was " + value);
      }
      return value;
    }

    /** The column, once. */
    public FloatColumn build() {
      FloatColumn column = new FloatColumn(values);
      values = NONE;
      return column;
    }
  }

  public int size() {
    return values.length;
  }

  public float get(int index) {
    return values[index];
  }

  /** The values themselves, for loops over many: not to be written to. */
  public float[] values() {
    return values;
  }

  /** A copy of row {@code index}, where rows of {@code width} values follow each other. */
  public FloatColumn row(int index, int width) {
    return new FloatColumn(Arrays.copyOfRange(values, index * width, (index + 1) * width));
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
