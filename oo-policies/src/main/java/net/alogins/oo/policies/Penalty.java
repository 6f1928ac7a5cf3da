package net.alogins.oo.policies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How strongly weights are held to 0: those of a row's own columns, and those of random features of
 * it. Large ones say that there is little to see in them.
 *
 * @param linear {@value #LEAST_LINEAR} to {@value #MOST}
 * @param random {@value #LEAST_RANDOM} to {@value #MOST}
 */
record Penalty(double linear, double random) {

  static final Penalty START = new Penalty(1, 1);

  private static final double LEAST_LINEAR = .3;
  private static final double LEAST_RANDOM = .009;
  private static final double MOST = 10;
  private static final double STEP = 3;

  /** This one, and those a step away in one direction that are within the bounds. */
  List<Penalty> neighbours(boolean hasRandom) {
    List<Penalty> all = new ArrayList<>(List.of(this));
    for (double factor : new double[] {STEP, 1 / STEP}) {
      double nextLinear = linear * factor;
      if (nextLinear >= LEAST_LINEAR && nextLinear <= MOST) {
        all.add(new Penalty(nextLinear, random));
      }
      double nextRandom = random * factor;
      if (hasRandom && nextRandom >= LEAST_RANDOM && nextRandom <= MOST) {
        all.add(new Penalty(linear, nextRandom));
      }
    }
    return all;
  }

  /** One penalty for each of {@code columns} and of {@code features} behind them. */
  double[] of(int columns, int features) {
    double[] all = new double[columns + features];
    Arrays.fill(all, 0, columns, linear);
    Arrays.fill(all, columns, all.length, random);
    return all;
  }
}
