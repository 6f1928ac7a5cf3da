package net.alogins.oo.policies.kernel;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;

/**
 * The arithmetic that ranking spends its time on. Every kernel gives the same bits: for each value
 * the order of operations is as said here, no two of them are fused, and only values that do not
 * meet are computed at the same time.
 *
 * <p>A <em>sum</em> of vectors v, each times a factor f, is added up from 0: four at a time as
 * {@code s + (f0 v0 + f1 v1 + (f2 v2 + f3 v3))}, then those that are left one by one. What is 0 may
 * be left out, which changes no bit of it.
 *
 * <p>No thread, no state. Arguments are of the right sizes and finite, but not checked. A triangle
 * is a symmetric matrix M, of row i the columns 0 to i.
 */
public interface Kernel {

  /** What it is, for people. */
  String name();

  /** How many rows {@link #forms} likes to have at once. */
  int lanes();

  /**
   * The products of rows with weights. Of each, what is at the same place of every eight is added
   * up, from 0, and these eight sums as {@code (s0 + s4) + (s2 + s6) + ((s1 + s5) + (s3 + s7))}.
   * What is past the last whole eight is added up by itself, from 0, and then to that.
   *
   * @param rows one after the other, as wide as there are weights
   * @param dots receives one for each row
   */
  void dots(double[] weights, FloatColumn rows, DoubleColumn.Builder dots);

  /** Arrays that {@link #products} writes to, and reads vectors from, are whole blocks of these. */
  int BLOCK = 16;

  /** {@code size}, and up to the next whole block. */
  static int whole(int size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  /**
   * The product of two matrices: row v is the sum of the vectors with the factors of row v.
   *
   * @param factors rows at least as long as there are vectors
   * @param vectors of whole blocks; a vector may end before the others, and is 0 from there, with
   *     the three that it is added with
   * @param products a row for each of the factors, as long as the longest vector, overwritten
   */
  void products(double[][] factors, double[][] vectors, double[][] products);

  /** What {@link #forms} needs for up to {@code count} rows, again and again. */
  double[][] scratch(int width, int count);

  /**
   * The quadratic forms {@code x' M x} of many rows x, turned on their side. Of each the sum over
   * k, ascending, of {@code x_k (m_kk x_k + 2 above)}, where {@code above} is the sum of the
   * columns before k with the factors of row k.
   *
   * @param columns value k of row i in {@code columns[k][i]}; the first {@code count} rows count
   * @param scratch from {@link #scratch}, for as many rows as a column has, overwritten
   * @param forms receives {@code count} values, from index {@code at} on
   */
  void forms(
      double[][] triangle,
      double[][] columns,
      int count,
      double[][] scratch,
      double[] forms,
      int at);
}
