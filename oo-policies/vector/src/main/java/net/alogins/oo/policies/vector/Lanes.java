package net.alogins.oo.policies.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows on their side: value j of all of them stands together. Where rows are fewer than lanes, the
 * others are 0.
 */
final class Lanes {

  /** What the processor likes best; more than eight values, no strands of a sum are. */
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > 8
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  /** How many values a vector has. */
  static final int WIDTH = SPECIES.length();

  private Lanes() {}

  /** Value {@code j} of row {@code from + i} goes to {@code [j * lanes + i]}. */
  static void turn(double[][] rows, int from, int count, double[] turned, int lanes) {
    int columns = turned.length / lanes;
    double[] none = new double[columns];
    for (int i = 0; i < lanes; i += 4) {
      turnFour(
          i < count ? rows[from + i] : none,
          i + 1 < count ? rows[from + i + 1] : none,
          i + 2 < count ? rows[from + i + 2] : none,
          i + 3 < count ? rows[from + i + 3] : none,
          turned,
          i,
          lanes);
    }
  }

  private static void turnFour(
      double[] row0,
      double[] row1,
      double[] row2,
      double[] row3,
      double[] turned,
      int lane,
      int lanes) {
    int columns = turned.length / lanes;
    for (int j = 0, at = lane; j < columns; j++, at += lanes) {
      turned[at] = row0[j];
      turned[at + 1] = row1[j];
      turned[at + 2] = row2[j];
      turned[at + 3] = row3[j];
    }
  }

  static DoubleVector get(double[] values, int at) {
    return DoubleVector.fromArray(SPECIES, values, at);
  }

  /** Of a sum of products, four: {@code factors_j x0 + factors_j+1 x1 + (... x2 + ... x3)}. */
  static DoubleVector four(
      double[] factors, int j, DoubleVector x0, DoubleVector x1, DoubleVector x2, DoubleVector x3) {
    return x0.mul(factors[j])
        .add(x1.mul(factors[j + 1]))
        .add(x2.mul(factors[j + 2]).add(x3.mul(factors[j + 3])));
  }
}
