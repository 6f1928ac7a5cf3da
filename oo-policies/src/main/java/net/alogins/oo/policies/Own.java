package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Whitened;

/**
 * A person's {@link Effects}, kept so that everybody else's weights beta never enter: a Kalman
 * filter (1960) by which their mean is {@code g - G beta} and their covariance P.
 *
 * <p>While time passes, an effect of which the part r is left becomes {@code r} times what it was:
 * so do the rows of G and g; {@code P_ij} becomes {@code r_i r_j P_ij}, and on the diagonal {@code
 * (1 - r_i^2)} times the effect's variance is added. A row (x, y), u its values in the effects'
 * columns, is absorbed by {@code s = 1 + u' P u}; {@code k = P u / s}; {@code G += k (x - G' u)'};
 * {@code g += k (y - g' u)}; {@code P -= s k k'}.
 *
 * <p>What is new in a row is the whitened row {@code z = (x - G' u) / sqrt(s)}, {@code t = (y - g'
 * u) / sqrt(s)}. Those of all people, solved as one ridge regression, give the generalised least
 * squares of the mixed model exactly (Henderson 1975; Harvey 1989, section 3.4).
 *
 * <p>Only what was ever in the person's rows is kept: p effects and d columns take {@code p (p + 1)
 * / 2 + p d + p} values. Of the others, P is the effect's variance, and G and g are 0. Cost O(p (p
 * + d)).
 */
final class Own {

  private final long at;
  private final int[] effects;
  private final int[] columns;
  private final Symmetric covariance;
  private final double[] gain;
  private final double[] mean;

  /**
   * @param at when the latest row was decided, in seconds since 1970
   * @param effects those whose column was not always 0, ascending
   * @param columns those that were not always 0, ascending
   * @param covariance P
   * @param gain G, a row for each effect
   * @param mean g
   */
  private Own(
      long at, int[] effects, int[] columns, Symmetric covariance, double[] gain, double[] mean) {
    this.at = at;
    this.effects = effects;
    this.columns = columns;
    this.covariance = covariance;
    this.gain = gain;
    this.mean = mean;
  }

  /** A person without rows. */
  static Own newcomer() {
    return new Own(0, new int[0], new int[0], Symmetric.zero(0), new double[0], new double[0]);
  }

  /**
   * The next own state and the whitened row.
   *
   * @param candidate what was chosen
   * @param all in what people differ
   * @param x a full row
   * @param y the scaled reward, less what the prior expected
   * @param now when it was decided, in seconds since 1970
   * @throws ArithmeticException if a value would not stay finite
   */
  Absorbed<Own> absorb(CandidateId candidate, Effects all, double[] x, double y, long now) {
    return ready(all, x, now).absorb(candidate, all, x, y);
  }

  /** The same after time has passed; a row that was decided before the latest comes as if now. */
  private Own later(Effects all, long now) {
    if (now <= at || effects.length == 0) {
      return new Own(Math.max(at, now), effects, columns, covariance, gain, mean);
    }
    double[] left = left(all, now);
    Symmetric nextCovariance = covariance.copy();
    double[] nextGain = new double[gain.length];
    double[] nextMean = new double[mean.length];
    for (int i = 0; i < left.length; i++) {
      double[] row = nextCovariance.row(i);
      for (int j = 0; j <= i; j++) {
        row[j] *= left[i] * left[j];
      }
      row[i] += (1 - left[i] * left[i]) * all.variance(effects[i]);
      for (int j = i * columns.length; j < (i + 1) * columns.length; j++) {
        nextGain[j] = left[i] * gain[j];
      }
      nextMean[i] = left[i] * mean[i];
    }
    return new Own(now, effects, columns, nextCovariance, nextGain, nextMean);
  }

  /** What is left of each effect. */
  private double[] left(Effects all, long now) {
    return all.left(effects, (double) Math.max(0, now - at));
  }

  /** The same, with room for what {@code x} has and no row had before. */
  private Own grown(Effects all, double[] x) {
    if (isKnown(x)) {
      return this;
    }
    boolean[] known = new boolean[x.length];
    Arrays.stream(columns).forEach(column -> known[column] = true);
    int[] wider = IntStream.range(0, x.length).filter(j -> known[j] || x[j] != 0).toArray();
    int[] more =
        IntStream.range(0, all.count())
            .filter(i -> known[all.column(i)] || x[all.column(i)] != 0)
            .toArray();
    Symmetric nextCovariance = Symmetric.zero(more.length);
    double[] nextGain = new double[more.length * wider.length];
    double[] nextMean = new double[more.length];
    for (int i = 0; i < more.length; i++) {
      nextCovariance.row(i)[i] = all.variance(more[i]);
    }
    int[] places = Indices.places(columns, wider);
    int[] rows = Indices.places(effects, more);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        nextCovariance.row(rows[i])[rows[j]] = covariance.row(i)[j];
      }
      for (int j = 0; j < places.length; j++) {
        nextGain[rows[i] * wider.length + places[j]] = gain[i * places.length + j];
      }
      nextMean[rows[i]] = mean[i];
    }
    return new Own(at, more, wider, nextCovariance, nextGain, nextMean);
  }

  /** Whether every column of {@code x} that is not 0 was met before. */
  private boolean isKnown(double[] x) {
    int next = 0;
    for (int j = 0; j < x.length; j++) {
      if (next < columns.length && columns[next] == j) {
        next++;
      } else if (x[j] != 0) {
        return false;
      }
    }
    return true;
  }

  /** The same at a later time, with room for a row. */
  Own ready(Effects all, double[] x, long now) {
    return later(all, now).grown(all, x);
  }

  /** How little is known of the person's part in what a row is worth, in units of the noise. */
  double variance(Effects all, double[] x) {
    return covariance.form(own(all, x));
  }

  /** What a row says of everybody: {@code x - G' u}. */
  double[] cleared(Effects all, double[] x) {
    double[] rest = rest(own(all, x), x);
    double[] cleared = new double[x.length];
    for (int j = 0; j < columns.length; j++) {
      cleared[columns[j]] = rest[j];
    }
    return cleared;
  }

  /** The values u of a row in the effects' columns. */
  private double[] own(Effects all, double[] x) {
    double[] own = new double[effects.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = x[all.column(effects[i])];
    }
    return own;
  }

  private Absorbed<Own> absorb(CandidateId candidate, Effects all, double[] x, double y) {
    double[] u = own(all, x);
    double[] k = covariance.times(u);
    double s = Doubles.requireFinite(1 + Doubles.dot(u, k));
    double[] rest = rest(u, x);
    double restY = y - Doubles.dot(mean, u);
    double root = Doubles.root(s);
    double[] whitened = new double[x.length];
    for (int j = 0; j < columns.length; j++) {
      whitened[columns[j]] = Doubles.requireFinite(rest[j] / root);
    }
    Whitened row =
        new Whitened(candidate, DoubleColumn.of(whitened), Doubles.requireFinite(restY / root));
    return new Absorbed<>(updated(k, s, rest, restY), row);
  }

  private Own updated(double[] direction, double s, double[] rest, double restY) {
    Symmetric nextCovariance = covariance.copy();
    double[] nextGain = gain.clone();
    double[] nextMean = mean.clone();
    nextCovariance.add(direction, -1 / s);
    for (int i = 0; i < direction.length; i++) {
      double k = direction[i] / s;
      for (int j = 0; j < rest.length && k != 0; j++) {
        nextGain[i * rest.length + j] += k * rest[j];
      }
      nextMean[i] += k * restY;
    }
    return new Own(at, effects, columns, nextCovariance, nextGain, nextMean);
  }

  /** {@code x - G' u} in the columns that were not always 0. */
  private double[] rest(double[] u, double[] x) {
    double[] rest = new double[columns.length];
    for (int j = 0; j < rest.length; j++) {
      rest[j] = x[columns[j]];
    }
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < rest.length && u[i] != 0; j++) {
        rest[j] -= gain[i * rest.length + j] * u[i];
      }
    }
    return rest;
  }

  /** The person's weights at a time, given everybody's: beta, and the effects added to it. */
  double[] weights(Effects all, double[] beta, long now) {
    double[] weights = beta.clone();
    double[] left = left(all, now);
    for (int i = 0; i < effects.length; i++) {
      double effect = mean[i];
      for (int j = 0; j < columns.length; j++) {
        effect -= gain[i * columns.length + j] * beta[columns[j]];
      }
      weights[all.column(effects[i])] += left[i] * effect;
    }
    return weights;
  }

  /** The factor of the covariance of the effects that were met. */
  Cholesky factor() {
    return Cholesky.of(covariance);
  }

  /** Draws by how much effects may be away from what is expected, added up by column. */
  double[] away(Effects all, Cholesky factor, int width, RandomGenerator random) {
    double[] away = new double[width];
    double[] fresh = new double[effects.length];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = Normal.next(random);
    }
    double[] met = factor.times(fresh);
    for (int i = 0, k = 0; i < all.count(); i++) {
      boolean isMet = k < effects.length && effects[k] == i;
      away[all.column(i)] += isMet ? met[k++] : Doubles.root(all.variance(i)) * Normal.next(random);
    }
    return away;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(at);
    Indices.write(effects, out);
    Indices.write(columns, out);
    covariance.write(out);
    Doubles.write(gain, out);
    Doubles.write(mean, out);
  }

  static Own read(DataInput in) throws IOException {
    long at = in.readLong();
    int[] effects = Indices.read(in);
    int[] columns = Indices.read(in);
    return new Own(
        at,
        effects,
        columns,
        Symmetric.read(effects.length, in),
        Doubles.read(effects.length * columns.length, in),
        Doubles.read(effects.length, in));
  }
}
