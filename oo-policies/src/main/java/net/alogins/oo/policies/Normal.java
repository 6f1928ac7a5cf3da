package net.alogins.oo.policies;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.alogins.oo.policies.kernel.Kernel;

/** Draws that are as good as normal, and the same on every JDK: sums of uniform numbers. */
final class Normal {

  private static final int BYTES = Long.BYTES;

  /** Of bytes each of which is as likely anything from 0 to 255. */
  private static final double MEAN = BYTES * 127.5;

  private static final double UNIT = 1 / StrictMath.sqrt(BYTES * (0x1p16 - 1) / 12);

  private static final long EVERY_OTHER = 0x00ff00ff00ff00ffL;
  private static final long ALL_FOUR = 0x0001000100010001L;

  private Normal() {}

  /**
   * One of mean 0 and variance 1: the sum of the bytes of a word. Every other one adds up in the
   * four quarters of a word, which a product adds up in the last.
   */
  static double next(RandomGenerator random) {
    long bytes = random.nextLong();
    long quarters = (bytes & EVERY_OTHER) + ((bytes >>> 8) & EVERY_OTHER);
    return (((quarters * ALL_FOUR) >>> 48) - MEAN) * UNIT;
  }

  /**
   * A matrix of draws, each times {@code unit}.
   *
   * @param columns of the matrix, whole blocks
   */
  static Kernel.Matrix draws(int rows, int columns, double unit, RandomGenerator random) {
    SplittableRandom own = new SplittableRandom(random.nextLong());
    float[] draws = new float[rows * columns];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = (float) (unit * next(own));
    }
    return Kernels.CHOSEN.matrix(draws, columns);
  }
}
