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
    float[] own = values.clone();
    for (float value : own) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("column values must be finite but one was " + value);
      }
    }
    return new FloatColumn(own);
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
