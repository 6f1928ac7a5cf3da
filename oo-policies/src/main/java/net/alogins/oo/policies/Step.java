package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** A row that is not in the sums of a {@link Ridge} yet: {@code A += weight x x'}. */
final class Step {

  private final double[] x;
  private final double weight;

  Step(double[] x, double weight) {
    this.x = x;
    this.weight = weight;
  }

  /**
   * A gram matrix that has {@code steps} in it. Row by row, each of which stays in the nearest
   * cache until all steps are in it.
   */
  static Symmetric into(Symmetric gram, List<Step> steps) {
    if (steps.isEmpty()) {
      return gram;
    }
    Symmetric sum = gram.copy();
    for (int i = 0; i < sum.size(); i++) {
      for (Step step : steps) {
        Doubles.add(sum.row(i), step.weight * step.x[i], step.x, 0, i + 1);
      }
    }
    return sum;
  }

  void write(DataOutput out) throws IOException {
    Doubles.write(x, out);
    out.writeDouble(weight);
  }

  static Step read(int width, DataInput in) throws IOException {
    return new Step(Doubles.read(width, in), in.readDouble());
  }
}
