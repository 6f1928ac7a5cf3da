package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How much somebody lately had of each kind, and how it was received. Both fade, by half every
 * {@value #DAYS} days: somebody who just had enough of one kind will like it again.
 *
 * <p>It makes two columns of a row: {@code sum of x_k had_k} and {@code sum of x_k liked_k}, x_k
 * being the row's value of kind k. What they are worth is the same for everybody.
 */
final class Recent {

  /** How many columns it makes. */
  static final int COLUMNS = 2;

  private static final double DAYS = 2;

  private final long at;
  private final double[] had;
  private final double[] liked;

  /**
   * @param at when the latest was decided, in seconds since 1970
   * @param had the sum of the rows' values of each kind, faded
   * @param liked the same, times what each row was worth
   */
  private Recent(long at, double[] had, double[] liked) {
    this.at = at;
    this.had = had;
    this.liked = liked;
  }

  /** Nothing of {@code kinds} kinds. */
  static Recent nothing(int kinds) {
    return new Recent(0, new double[kinds], new double[kinds]);
  }

  private static double left(long from, long to) {
    return Effects.left(DAYS, (double) Math.max(0, to - from));
  }

  /** A row, and the columns of this behind it. */
  double[] behind(double[] x, int[] kinds, long now) {
    double left = left(at, now);
    double[] wide = Arrays.copyOf(x, x.length + COLUMNS);
    for (int i = 0; i < kinds.length; i++) {
      wide[x.length] += left * had[i] * x[kinds[i]];
      wide[x.length + 1] += left * liked[i] * x[kinds[i]];
    }
    return wide;
  }

  /** Weights of a row alone, after those of the columns behind it went into those of the kinds. */
  double[] into(double[] weights, int[] kinds, long now) {
    double left = left(at, now);
    int width = weights.length - COLUMNS;
    double[] narrow = Arrays.copyOf(weights, width);
    for (int i = 0; i < kinds.length; i++) {
      narrow[kinds[i]] += left * (had[i] * weights[width] + liked[i] * weights[width + 1]);
    }
    return narrow;
  }

  /** After one more row, worth {@code y}. */
  Recent with(double[] x, double y, int[] kinds, long now) {
    long latest = Math.max(at, now);
    double left = left(at, latest);
    double fresh = left(now, latest);
    double[] nextHad = new double[kinds.length];
    double[] nextLiked = new double[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      double value = fresh * x[kinds[i]];
      nextHad[i] = Doubles.requireFinite(left * had[i] + value);
      nextLiked[i] = Doubles.requireFinite(left * liked[i] + value * y);
    }
    return new Recent(latest, nextHad, nextLiked);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(at);
    Doubles.write(had, out);
    Doubles.write(liked, out);
  }

  static Recent read(int kinds, DataInput in) throws IOException {
    return new Recent(in.readLong(), Doubles.read(kinds, in), Doubles.read(kinds, in));
  }
}
