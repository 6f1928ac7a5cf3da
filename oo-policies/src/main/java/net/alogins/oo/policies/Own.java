package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Whitened;

/**
 * A person's own effects, kept so that everybody else's weights never enter: with A and b the sums
 * over the person's rows, {@code P = (mu I + A_PP)^-1}, {@code G = P A_P.} and {@code g = P b_P}.
 *
 * <p>Absorbing a row (x, y), x_P its personal part, is a rank-one update (Sherman and Morrison
 * 1950): {@code s = 1 + x_P' P x_P}; the whitened row {@code z = (x - G' x_P) / sqrt(s)}, {@code t
 * = (y - g' x_P) / sqrt(s)}; {@code k = P x_P / s}; {@code G += k (x - G' x_P)'}; {@code g += k (y
 * - g' x_P)}; {@code P -= s k k'}. The whitened rows of all people, solved as one ridge regression,
 * give the shared part of the joint solution exactly (Woodbury; the Schur complement of the
 * personal block). Cost O(p d) with p personal of d columns.
 */
final class Own {

  private final int personal;
  private final int width;
  private final double[] inverse;
  private final double[] gain;
  private final double[] mean;

  private Own(int personal, int width, double[] inverse, double[] gain, double[] mean) {
    this.personal = personal;
    this.width = width;
    this.inverse = inverse;
    this.gain = gain;
    this.mean = mean;
  }

  /** A person without rows; {@code mu} is how strongly they are held to be like everybody else. */
  static Own newcomer(int personal, int width, double mu) {
    double[] inverse = new double[personal * personal];
    for (int i = 0; i < personal; i++) {
      inverse[i * personal + i] = 1 / mu;
    }
    return new Own(personal, width, inverse, new double[personal * width], new double[personal]);
  }

  /**
   * The next own state and the whitened row.
   *
   * @param candidate what was chosen
   * @param columns the indices of the personal columns
   * @param x a full row
   * @param y the scaled reward, less what the prior expected
   * @throws ArithmeticException if a value would not stay finite
   */
  Absorbed<Own> absorb(CandidateId candidate, int[] columns, double[] x, double y) {
    double[] part = part(columns, x);
    double[] k = times(inverse, part);
    double s = Doubles.requireFinite(1 + Doubles.dot(part, k));
    double[] rest = rest(part, x);
    double restY = y - Doubles.dot(mean, part);
    double root = StrictMath.sqrt(s);
    Whitened row =
        new Whitened(
            candidate,
            DoubleColumn.of(scaled(rest, 1 / root)),
            Doubles.requireFinite(restY / root));
    return new Absorbed<>(updated(scaled(k, 1 / s), s, rest, restY), row);
  }

  private Own updated(double[] k, double s, double[] rest, double restY) {
    double[] nextInverse = inverse.clone();
    double[] nextGain = gain.clone();
    double[] nextMean = mean.clone();
    for (int i = 0; i < personal; i++) {
      if (k[i] != 0) {
        for (int j = 0; j < personal; j++) {
          nextInverse[i * personal + j] -= s * k[i] * k[j];
        }
        for (int j = 0; j < width; j++) {
          nextGain[i * width + j] += k[i] * rest[j];
        }
        nextMean[i] += k[i] * restY;
      }
    }
    return new Own(personal, width, nextInverse, nextGain, nextMean);
  }

  /** The person's weights, given everybody's: {@code beta + E_P (g - G beta)}. */
  double[] weights(int[] columns, double[] beta) {
    double[] weights = beta.clone();
    for (int i = 0; i < personal; i++) {
      double own = mean[i];
      for (int j = 0; j < width; j++) {
        own -= gain[i * width + j] * beta[j];
      }
      weights[columns[i]] += own;
    }
    return weights;
  }

  private static double[] part(int[] columns, double[] x) {
    double[] part = new double[columns.length];
    for (int i = 0; i < part.length; i++) {
      part[i] = x[columns[i]];
    }
    return part;
  }

  private double[] times(double[] matrix, double[] vector) {
    double[] product = new double[personal];
    for (int i = 0; i < personal; i++) {
      if (vector[i] != 0) {
        for (int j = 0; j < personal; j++) {
          product[j] += matrix[i * personal + j] * vector[i];
        }
      }
    }
    return product;
  }

  private double[] rest(double[] part, double[] x) {
    double[] rest = x.clone();
    for (int i = 0; i < personal; i++) {
      if (part[i] != 0) {
        for (int j = 0; j < width; j++) {
          rest[j] -= gain[i * width + j] * part[i];
        }
      }
    }
    return rest;
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Doubles.requireFinite(values[i] * factor);
    }
    return scaled;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(personal);
    out.writeInt(width);
    Doubles.write(inverse, out);
    Doubles.write(gain, out);
    Doubles.write(mean, out);
  }

  static Own read(DataInput in) throws IOException {
    int personal = in.readInt();
    int width = in.readInt();
    return new Own(
        personal,
        width,
        Doubles.read(personal * personal, in),
        Doubles.read(personal * width, in),
        Doubles.read(personal, in));
  }
}
