package net.alogins.oo.policies.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import net.alogins.oo.policies.kernel.Kernel;

/** Sums of squares along the row: a vector is the eight strands. */
final class Squares {

  private static final VectorSpecies<Float> SPECIES = VectorMatrix.SPECIES;

  private static final VectorShuffle<Float> FOUR_ON = VectorShuffle.iota(SPECIES, 4, 1, true);
  private static final VectorShuffle<Float> TWO_ON = VectorShuffle.iota(SPECIES, 2, 1, true);
  private static final VectorShuffle<Float> ONE_ON = VectorShuffle.iota(SPECIES, 1, 1, true);

  private Squares() {}

  static void of(float[] rows, int width, int count, double[] squares, int at) {
    for (int i = 0; i < count; i++) {
      squares[at + i] = square(rows, i * width, (i + 1) * width);
    }
  }

  private static float square(float[] rows, int from, int to) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int j = from; j < to; j += Kernel.BLOCK) {
      FloatVector values = FloatVector.fromArray(SPECIES, rows, j);
      sum = sum.add(values.mul(values));
    }
    FloatVector four = sum.add(sum.rearrange(FOUR_ON));
    FloatVector two = four.add(four.rearrange(TWO_ON));
    return two.add(two.rearrange(ONE_ON)).lane(0);
  }
}
