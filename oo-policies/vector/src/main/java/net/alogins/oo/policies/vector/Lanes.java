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
