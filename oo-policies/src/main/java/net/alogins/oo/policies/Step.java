package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What one row does to the matrices of a {@link Ridge}: {@code A += weight x x'}, and {@code P -=
 * gain v v'} with {@code v = P x}.
 */
final class Step {

  private final double[] x;
  private final double weight;
  private final double[] direction;
  private final double gain;

  /**
   * @param direction v, under P as the row found it
   * @param gain {@code weight / (1 + weight x' v)}
   */
  Step(double[] x, double weight, double[] direction, double gain) {
    this.x = x;
    this.weight = weight;
    this.direction = direction;
    this.gain = gain;
  }

  /** Takes its part of a product {@code P z}. */
  void takeOf(double[] product, double[] z) {
    Doubles.add(product, -gain * Doubles.dot(direction, z), direction, 0, product.length);
  }

  /** What it takes of a form {@code x' P x}. */
  double takenOfForm(double[] z) {
    double along = Doubles.dot(direction, z);
    return gain * along * along;
  }

  /** A gram matrix that has {@code steps} in it. */
  static Symmetric intoGram(List<Step> steps, Symmetric gram) {
    return added(steps, gram, true);
  }

  /** An inverse that has {@code steps} in it. */
  static Symmetric intoInverse(List<Step> steps, Symmetric inverse) {
    return added(steps, inverse, false);
  }

  /** Row by row, each of which stays in the nearest cache until all steps are in it. */
  private static Symmetric added(List<Step> steps, Symmetric matrix, boolean isGram) {
    if (steps.isEmpty()) {
      return matrix;
    }
    Symmetric sum = matrix.copy();
    for (int i = 0; i < sum.size(); i++) {
      for (Step step : steps) {
        double[] vector = isGram ? step.x : step.direction;
        double factor = (isGram ? step.weight : -step.gain) * vector[i];
        Doubles.add(sum.row(i), factor, vector, 0, i + 1);
      }
    }
    return sum;
  }

  void write(DataOutput out) throws IOException {
    Doubles.write(x, out);
    out.writeDouble(weight);
    Doubles.write(direction, out);
    out.writeDouble(gain);
  }

  static Step read(int width, DataInput in) throws IOException {
    return new Step(
        Doubles.read(width, in), in.readDouble(), Doubles.read(width, in), in.readDouble());
  }
}
