package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policies.kernel.Kernel;

/** Draws that are as good as normal, and the same on every JDK: sums of uniform numbers. */
final class Normal {

  private static final int UNIFORMS = 12;
  private static final double UNIT = 0x1p-16;
  private static final long EVERY_OTHER = 0x0000ffff0000ffffL;

  private Normal() {}

  /**
   * One of mean 0 and variance 1: the sum of a dozen numbers of 16 bits each, of which a word has
   * four: every other one, of three words, add up in the two halves of a word.
   */
  static double next(RandomGenerator random) {
    long halves = halves(random) + halves(random) + halves(random);
    long sum = (halves & 0xffffffffL) + (halves >>> 32);
    return (sum + UNIFORMS / 2.) * UNIT - UNIFORMS / 2.;
  }

  private static long halves(RandomGenerator random) {
    long bits = random.nextLong();
    return (bits & EVERY_OTHER) + ((bits >>> 16) & EVERY_OTHER);
  }

  /**
   * {@code count} vectors about {@code mean}.
   *
   * @param root vectors, of whole blocks: each is taken times a draw of its own, times {@code unit}
   * @return the vectors, of whole blocks too; what is past the mean is of no meaning
   */
  static double[][] about(
      double[] mean, double unit, double[][] root, int count, RandomGenerator random) {
    double[][] factors = new double[count][root.length];
    for (double[] each : factors) {
      for (int k = 0; k < each.length; k++) {
        each[k] = unit * next(random);
      }
    }
    double[][] drawn = new double[count][Kernel.whole(mean.length)];
    Kernels.CHOSEN.products(factors, root, drawn);
    for (double[] each : drawn) {
      Doubles.add(each, 1, mean, 0, mean.length);
    }
    return drawn;
  }
}
