package net.alogins.oo.policy;

import net.alogins.oo.event.FloatColumn;

/** The columns of one block, being filled in; all are 0 at first. Values are rounded to float32. */
public final class Row {

  private final FloatColumn.Builder values;
  private final Block block;
  private int from;

  Row(FloatColumn.Builder values, Block block) {
    this.values = values;
    this.block = block;
  }

  /** The same, where the columns of the next row begin. */
  Row at(int next) {
    from = next;
    return this;
  }

  /**
   * Sets a column.
   *
   * @throws IllegalArgumentException if the value is not finite as a float32
   */
  public void set(int column, double value) {
    float rounded = (float) value + 0f;
    if (column < 0 || column >= block.width() || !Float.isFinite(rounded)) {
      throw new IllegalArgumentException(
          "feature " + block.name() + " must set finite values in its own columns");
    }
    values.set(from + column, rounded);
  }

  /**
   * Sets every column.
   *
   * @throws IllegalArgumentException unless there is a finite value for each
   */
  public void setAll(float... all) {
    if (all.length != block.width()) {
      throw new IllegalArgumentException(
          "feature " + block.name() + " must set " + block.width() + " values");
    }
    values.setAll(from, all);
  }

  /** Sets an indicator column to 1. */
  public void mark(int column) {
    set(column, 1);
  }
}
