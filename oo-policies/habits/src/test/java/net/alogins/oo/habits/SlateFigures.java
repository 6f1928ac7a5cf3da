package net.alogins.oo.habits;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.History;
import net.alogins.oo.event.Event;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.policy.Features;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.testkit.SampleEvents;

/** Prints what a slate costs without and with habits, of somebody who has as many as are kept. */
final class SlateFigures {

  private static final UserId ADA = new UserId("ada");
  private static final int BATCHES = 4_000;
  private static final int MANY = 400;

  private SlateFigures() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    InMemoryEventLog log = new InMemoryEventLog();
    ManualScheduler behind = new ManualScheduler();
    try (Habits habits = Habits.of(log).scheduler(behind).open()) {
      log.append(IntStream.range(0, Lately.MOST).mapToObj(SlateFigures::decided).toList());
      behind.run();
      for (int size : new int[] {10, 100, 1000}) {
        out.println(size + " candidates, standard: " + best(Features.standard(), size));
        out.println(size + " candidates, habits:   " + best(habits.features(), size));
      }
    }
  }

  private static Event decided(int index) {
    Instant at = SampleEvents.AT.plus(Duration.ofHours(2L * index));
    return SampleEvents.decided(ADA, new TipId(1, index), at);
  }

  private static String best(Features features, int size) {
    List<Candidate> candidates =
        IntStream.range(0, size)
            .mapToObj(i -> Candidate.of("house", "" + i, "Chore " + i).kind("kind" + i % 8))
            .toList();
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    long bytes = 0;
    int each = Math.max(1, MANY / size);
    for (int batch = 0; batch < BATCHES; batch++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      long began = System.nanoTime();
      for (int i = 0; i < each; i++) {
        features.slate(context(i), candidates);
      }
      best = Math.min(best, (System.nanoTime() - began) / each);
      bytes = (thread.getCurrentThreadAllocatedBytes() - before) / each;
    }
    return best + " ns, " + bytes + " bytes";
  }

  private static Context context(int index) {
    Profile profile = new Profile(new Preferences(ZoneOffset.UTC), Consents.standard());
    Instant now = SampleEvents.AT.plus(Duration.ofDays(20)).plusMillis(index);
    return new Context(ADA, now, profile, Attributes.none(), History.empty());
  }
}
