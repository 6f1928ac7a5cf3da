package net.alogins.oo.benchmarks;

import java.util.Arrays;

/**
 * Something that is done again and again, at times evenly apart; whatever comes late is made up
 * for. It waits awake, as a busy server would.
 *
 * @param everyNanos how far apart; 0 for one after the other
 * @param seconds for how long
 */
public record Steady(long everyNanos, double seconds) {

  private static final int MOST = 1 << 20;

  /** How long each took, in microseconds, from when it began. */
  public Sorted time(Runnable work) {
    double[] micros = new double[MOST];
    int count = 0;
    long begin = System.nanoTime();
    for (long due = begin; count < MOST && due - begin < seconds * 1e9; count++) {
      while (System.nanoTime() < due) {
        Thread.onSpinWait();
      }
      long start = System.nanoTime();
      work.run();
      long end = System.nanoTime();
      micros[count] = (double) (end - start) / 1000;
      due = everyNanos == 0 ? end : due + everyNanos;
    }
    return Sorted.of(Arrays.stream(micros, 0, count));
  }
}
