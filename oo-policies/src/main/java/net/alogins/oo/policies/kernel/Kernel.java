package net.alogins.oo.policies.kernel;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;

/**
 * The arithmetic that ranking spends its time on. Every kernel gives the same bits: for each value
 * the order of operations is as said here, no two of them are fused, and only values that do not
 * meet are computed at the same time. What is multiplied by 0 may be left out, which changes no bit
 * of a sum that begins with 0.
 *
 * <p>No thread, no state. Arguments are of the right sizes and finite, but not checked; where they
 * are so large that a sum is not, kernels may differ.
 *
 * <p>A sum in <em>eight strands</em> adds up, from 0, what is at the same place of every eight
 * values, and then these as {@code (s0 + s4) + (s2 + s6) + ((s1 + s5) + (s3 + s7))}.
 */
public interface Kernel {

  /** How many strands there are; and the columns of a {@link Matrix} are whole blocks of these. */
  int BLOCK = 8;

  /** {@code size}, and up to the next whole block. */
  static int whole(int size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** What it is, for people. */
  String name();

  /**
   * The products of rows with weights, in eight strands. What is past the last whole eight is added
   * up by itself, from 0, and then to that.
   *
   * @param rows one after the other, as wide as there are weights
   * @param dots receives one for each row
   */
  void dots(double[] weights, FloatColumn rows, DoubleColumn.Builder dots);

  /**
   * A matrix to multiply rows with.
   *
   * @param values row by row; not to be written to any more
   * @param columns how many values a row has, whole blocks
   */
  Matrix matrix(float[] values, int columns);

  /** A matrix as the kernel likes to have it. */
  interface Matrix {

    /**
     * The product of rows with this matrix: each value is a sum from the first row of the matrix to
     * its last.
     *
     * @param factors rows one after the other, the first from index {@code at} on, each with a
     *     value for each row of this matrix
     * @param products receives {@code count} rows of as many values as there are columns, from
     *     index {@code to} on
     */
    void times(float[] factors, int at, int count, float[] products, int to);

    /**
     * Of each row of the product the sum of the squares, in eight strands, in float32.
     *
     * @param squares receives {@code count} values, from index {@code to} on
     */
    void squares(float[] factors, int at, int count, double[] squares, int to);
  }
}
