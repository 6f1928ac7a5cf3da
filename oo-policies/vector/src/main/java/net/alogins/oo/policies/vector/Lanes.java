package net.alogins.oo.policies.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Vectors of float64. */
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
}
