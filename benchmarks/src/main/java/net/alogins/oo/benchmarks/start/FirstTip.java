package net.alogins.oo.benchmarks.start;

import net.alogins.oo.Recommender;
import net.alogins.oo.benchmarks.Tasks;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.tip.Tip;

/**
 * The first recommender of a process: prints how many milliseconds it took to build, and then to
 * have a first tip, and which it is.
 */
final class FirstTip {

  private static final double NANOS_PER_MILLI = 1e6;

  private FirstTip() {}

  public static void main(String[] arguments) {
    Tasks tasks = new Tasks(10, 1);
    long begin = System.nanoTime();
    try (Recommender recommender =
        Recommender.from(tasks.source()).choosingWith(Policies.standard()).build()) {
      long built = System.nanoTime();
      Tip tip = recommender.tip(new UserId("ada")).tip().orElseThrow();
      long tipped = System.nanoTime();
      System.out.println(
          (built - begin) / NANOS_PER_MILLI
              + " "
              + (tipped - built) / NANOS_PER_MILLI
              + " "
              + tip.id());
    }
  }
}
