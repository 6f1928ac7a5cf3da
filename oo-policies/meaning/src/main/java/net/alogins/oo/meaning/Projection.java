package net.alogins.oo.meaning;

import java.util.Optional;

/**
 * A direction of any number of dimensions, in eight numbers: a dense projection by random signs,
 * which keeps distances about as they are (Achlioptas 2003, "Database-friendly random projections:
 * Johnson-Lindenstrauss with binary coins", J. Comput. Syst. Sci. 66).
 *
 * <p>Number j of a vector x is the sum of s(i, j) x(i) over all i, from 0 on, in double precision,
 * over |x| and the root of 8, rounded to a float32. The sign s(i, j) is + where bit j of word i is
 * 1, else -; word i is the i-th number, from 0 on, of SplitMix64 (Steele, Lea and Flood 2014) from
 * the {@linkplain #VERSION version} as seed. So it needs no table, and is the same for every model.
 */
final class Projection {

  /** Changes whenever the numbers would; what was kept under another one is not used. */
  static final int VERSION = 1;

  /** How many numbers it gives. */
  static final int WIDTH = 8;

  private static final int MOST = 16_384;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** What keeps a vector from being a direction; the name of a counter. */
  enum Flaw {
    TOO_SHORT,
    TOO_LONG,
    NOT_FINITE,
    NO_DIRECTION,
    OTHER_DIMENSION
  }

  private Projection() {}

  /** What is wrong with {@code vector}, if anything is. */
  static Optional<Flaw> flaw(float[] vector) {
    if (vector.length < WIDTH) {
      return Optional.of(Flaw.TOO_SHORT);
    }
    if (vector.length > MOST) {
      return Optional.of(Flaw.TOO_LONG);
    }
    double square = square(vector);
    if (!Double.isFinite(square)) {
      return Optional.of(Flaw.NOT_FINITE);
    }
    return square > 0 ? Optional.empty() : Optional.of(Flaw.NO_DIRECTION);
  }

  /** The numbers of {@code vector}, which has no flaw; each lies within -1 and 1, usually .35. */
  static float[] of(float[] vector) {
    double[] sums = new double[WIDTH];
    for (int i = 0; i < vector.length; i++) {
      long word = word(i);
      for (int j = 0; j < WIDTH; j++) {
        sums[j] += (word >>> j & 1) == 1 ? vector[i] : -vector[i];
      }
    }
    double length = Math.sqrt(square(vector) * WIDTH);
    float[] numbers = new float[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      numbers[j] = (float) (sums[j] / length);
    }
    return numbers;
  }

  /** Whether {@code numbers} can be such: eight, and finite. */
  static boolean isResult(float[] numbers) {
    return numbers.length == WIDTH && Double.isFinite(square(numbers));
  }

  private static double square(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    return square;
  }

  private static long word(int i) {
    long z = VERSION + (i + 1) * GOLDEN;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
