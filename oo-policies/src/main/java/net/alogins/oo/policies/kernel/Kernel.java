package net.alogins.oo.policies.kernel;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;

/**
 * The arithmetic that ranking spends its time on. Every kernel gives the same bits: for each value
 * the order of operations is as said here, no two of them are fused, and only values that do not
 * meet are computed at the same time.
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

  /**
   * Adds {@code factors_k vectors_k} to a, for k from {@code from} up to {@code to}, exclusive:
   * four at a time as {@code a + (f0 v0 + f1 v1 + (f2 v2 + f3 v3))}, but not where all four factors
   * are 0, then those that are left one by one, but not where the factor is 0.
   *
   * @param vectors each as long as {@code a}
   */
  void addAll(double[] a, double[] factors, double[][] vectors, int from, int to);

  /**
   * What {@link #addAll} makes of 0 for many rows of factors.
   *
   * @param rows the first {@code count} of which count, as long as there are vectors
   * @param products written to, {@code count} arrays of zeros as long as the vectors, from index
   *     {@code at} on
   */
  void products(double[][] rows, int count, double[][] vectors, double[][] products, int at);

  /**
   * Solves {@code L' w = z} for vectors z side by side, value k of each in {@code z[k]}, in place,
   * from the last k to the first: {@code (z_k - known) / l_kk}, where {@code known} is what {@link
   * #addAll} makes of 0 with column k of L and the solved values after k.
   *
   * @param columns of L, as long as z; what is above the diagonal does not count
   */
  void backward(double[][] columns, double[][] z);

  /** What {@link #forms} needs for up to {@code count} rows, again and again. */
  double[][] scratch(int width, int count);

  /**
   * The quadratic forms {@code x' M x} of many rows x, turned on their side. Of each the sum over
   * k, ascending, of {@code x_k (m_kk x_k + 2 above)}, where {@code above} is what {@link #addAll}
   * makes of the columns before k.
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

  /**
   * The quadratic forms {@code x' M x} of a few rows x, in another order, which needs no second row
   * beside the first to be fast: {@code above}, 0 at first, takes for every four rows m of M, from
   * the top, {@code above_j + (x0 m0_j + x1 m1_j + (x2 m2_j + x3 m3_j))} for each j before the
   * first of them, then {@code above_j + x_k m_kj} for each of the four and each j from the first
   * up to the diagonal; and the latter, from j = 0, for the rows that are left. The form is the sum
   * over k of {@code m_kk x_k x_k}, plus {@code 2 (above . x)}, whose products are added up in four
   * strands, index modulo four (those past the last whole four in the first), as {@code s0 + s1 +
   * (s2 + s3)}. From it each step, in turn, takes {@code (gain (v . x)) (v . x)}, whose products
   * are added up likewise.
   *
   * @param directions the v of each step
   * @param gains one for each step
   * @param rows the first {@code forms.length} of which count
   */
  void formsOfFew(
      double[][] triangle, double[][] directions, double[] gains, double[][] rows, double[] forms);
}
