package net.alogins.oo.policies.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import net.alogins.oo.policies.kernel.Kernel;

/**
 * A matrix in panels of two vectors of columns, row by row, which five rows of factors meet at
 * once, so that ten sums stay in registers (Goto and van de Geijn 2008; as many as 16 registers
 * hold). A panel ends with the last row in which it is not 0.
 */
final class VectorMatrix implements Kernel.Matrix {

  /** Eight values: vectors of sixteen were not faster, and are not everywhere. */
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;

  private static final int WIDTH = Kernel.BLOCK;
  private static final int PANEL = 2 * WIDTH;
  private static final int ROWS = 5;

  /** So many rows that their products stay in the nearest cache. */
  private static final int SOME = 4 * ROWS;

  private final float[] panels;
  private final int[] lengths;
  private final int rows;
  private final int columns;

  VectorMatrix(float[] values, int columns) {
    this.rows = values.length / columns;
    this.columns = columns;
    this.lengths = new int[(columns + PANEL - 1) / PANEL];
    int size = 0;
    for (int panel = 0; panel < lengths.length; panel++) {
      lengths[panel] = length(values, panel * PANEL);
      size += lengths[panel] * width(panel);
    }
    this.panels = columns <= PANEL ? values : inPanels(values, size);
  }

  private float[] inPanels(float[] values, int size) {
    float[] all = new float[size];
    for (int panel = 0, at = 0; panel < lengths.length; panel++) {
      int width = width(panel);
      for (int j = 0; j < lengths[panel]; j++, at += width) {
        System.arraycopy(values, j * columns + panel * PANEL, all, at, width);
      }
    }
    return all;
  }

  private int width(int panel) {
    return Math.min(PANEL, columns - panel * PANEL);
  }

  private int length(float[] values, int column) {
    int width = Math.min(PANEL, columns - column);
    int length = rows;
    while (length > 0 && isZero(values, (length - 1) * columns + column, width)) {
      length--;
    }
    return length;
  }

  private static boolean isZero(float[] values, int from, int count) {
    int i = 0;
    while (i < count && values[from + i] == 0) {
      i++;
    }
    return i == count;
  }

  @Override
  public void times(float[] factors, int at, int count, float[] products, int to) {
    for (int panel = 0, from = 0; panel < lengths.length; panel++) {
      int column = panel * PANEL;
      for (int i = 0; i < count; i += ROWS) {
        if (width(panel) == PANEL) {
          ofTwo(factors, at, i, count - 1, from, lengths[panel], products, to + column);
        } else {
          ofOne(factors, at, i, count - 1, from, lengths[panel], products, to + column);
        }
      }
      from += lengths[panel] * width(panel);
    }
  }

  @Override
  public void squares(float[] factors, int at, int count, double[] squares, int to) {
    int lanes = Math.min(SOME, count);
    float[] products = new float[lanes * columns];
    for (int i = 0; i < count; i += lanes) {
      int here = Math.min(lanes, count - i);
      times(factors, at + i * rows, here, products, 0);
      Squares.of(products, columns, here, squares, to + i);
    }
  }

  private FloatVector panel(int at) {
    return FloatVector.fromArray(SPECIES, panels, at);
  }

  /** Five rows, from i on, or the last one instead of those that there are not. */
  private void ofTwo(
      float[] factors, int at, int i, int last, int from, int length, float[] products, int to) {
    int i1 = Math.min(i + 1, last);
    int i2 = Math.min(i + 2, last);
    int i3 = Math.min(i + 3, last);
    int i4 = Math.min(i + 4, last);
    int at0 = at + i * rows;
    int at1 = at + i1 * rows;
    int at2 = at + i2 * rows;
    int at3 = at + i3 * rows;
    int at4 = at + i4 * rows;
    FloatVector left0 = FloatVector.zero(SPECIES);
    FloatVector left1 = left0;
    FloatVector left2 = left0;
    FloatVector left3 = left0;
    FloatVector left4 = left0;
    FloatVector right0 = left0;
    FloatVector right1 = left0;
    FloatVector right2 = left0;
    FloatVector right3 = left0;
    FloatVector right4 = left0;
    for (int j = 0; j < length; j++) {
      FloatVector left = panel(from + j * PANEL);
      FloatVector right = panel(from + j * PANEL + WIDTH);
      FloatVector factor0 = FloatVector.broadcast(SPECIES, factors[at0 + j]);
      left0 = left0.add(left.mul(factor0));
      right0 = right0.add(right.mul(factor0));
      FloatVector factor1 = FloatVector.broadcast(SPECIES, factors[at1 + j]);
      left1 = left1.add(left.mul(factor1));
      right1 = right1.add(right.mul(factor1));
      FloatVector factor2 = FloatVector.broadcast(SPECIES, factors[at2 + j]);
      left2 = left2.add(left.mul(factor2));
      right2 = right2.add(right.mul(factor2));
      FloatVector factor3 = FloatVector.broadcast(SPECIES, factors[at3 + j]);
      left3 = left3.add(left.mul(factor3));
      right3 = right3.add(right.mul(factor3));
      FloatVector factor4 = FloatVector.broadcast(SPECIES, factors[at4 + j]);
      left4 = left4.add(left.mul(factor4));
      right4 = right4.add(right.mul(factor4));
    }
    put(left0, right0, products, i * columns + to);
    put(left1, right1, products, i1 * columns + to);
    put(left2, right2, products, i2 * columns + to);
    put(left3, right3, products, i3 * columns + to);
    put(left4, right4, products, i4 * columns + to);
  }

  private static void put(FloatVector left, FloatVector right, float[] products, int at) {
    left.intoArray(products, at);
    right.intoArray(products, at + WIDTH);
  }

  /** The same for the last panel, where it is of one vector. */
  private void ofOne(
      float[] factors, int at, int i, int last, int from, int length, float[] products, int to) {
    int i1 = Math.min(i + 1, last);
    int i2 = Math.min(i + 2, last);
    int i3 = Math.min(i + 3, last);
    int i4 = Math.min(i + 4, last);
    int at0 = at + i * rows;
    int at1 = at + i1 * rows;
    int at2 = at + i2 * rows;
    int at3 = at + i3 * rows;
    int at4 = at + i4 * rows;
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    FloatVector sum4 = sum0;
    for (int j = 0; j < length; j++) {
      FloatVector own = panel(from + j * WIDTH);
      sum0 = sum0.add(own.mul(factors[at0 + j]));
      sum1 = sum1.add(own.mul(factors[at1 + j]));
      sum2 = sum2.add(own.mul(factors[at2 + j]));
      sum3 = sum3.add(own.mul(factors[at3 + j]));
      sum4 = sum4.add(own.mul(factors[at4 + j]));
    }
    sum0.intoArray(products, i * columns + to);
    sum1.intoArray(products, i1 * columns + to);
    sum2.intoArray(products, i2 * columns + to);
    sum3.intoArray(products, i3 * columns + to);
    sum4.intoArray(products, i4 * columns + to);
  }
}
