package net.alogins.oo.policies;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random cosine features: {@code sqrt(2 / m) cos(w_i' x + b_i)}, whose inner products approximate a
 * Gaussian kernel of bandwidth {@code sqrt(d)} (Rahimi and Recht 2007), so that a linear model of
 * them is not linear in {@code x}. The same for everybody, drawn once from a fixed seed.
 */
final class RandomFeatures {

  private static final long SEED = 0x6f4f;
  private static final int COUNT = 256;

  private final int width;
  private final double[] directions;
  private final double[] phases;
  private final double amplitude;

  private RandomFeatures(int width, double[] directions, double[] phases) {
    this.width = width;
    this.directions = directions;
    this.phases = phases;
    this.amplitude = StrictMath.sqrt(2. / phases.length);
  }

  /** Those of rows of {@code width} columns. */
  static RandomFeatures of(int width) {
    return of(width, COUNT);
  }

  /** {@code count} features of rows of {@code width} columns. */
  static RandomFeatures of(int width, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] directions = new double[count * width];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < width; j++) {
        directions[j * count + i] = Normal.next(random) / StrictMath.sqrt(width);
      }
    }
    double[] phases = new double[count];
    for (int i = 0; i < count; i++) {
      phases[i] = 2 * StrictMath.PI * random.nextDouble();
    }
    return new RandomFeatures(width, directions, phases);
  }

  /** How many there are. */
  int count() {
    return phases.length;
  }

  /** A row, and the features of it behind it. */
  double[] behind(double[] row) {
    double[] all = Arrays.copyOf(row, width + phases.length);
    fill(all);
    return all;
  }

  /** Writes the features of the first {@code width} values of {@code row} behind them. */
  void fill(double[] row) {
    double[] angles = phases.clone();
    for (int j = 0; j < width; j++) {
      double value = row[j];
      int from = j * angles.length;
      for (int i = 0; i < angles.length && value != 0; i++) {
        angles[i] += directions[from + i] * value;
      }
    }
    for (int i = 0; i < angles.length; i++) {
      row[width + i] = amplitude * StrictMath.cos(angles[i]);
    }
  }
}
