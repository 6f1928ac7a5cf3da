package net.alogins.oo.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.SampleEvents;

/** Many callers, each with one event after the other, for a while. */
record Load(int callers, Duration length, int candidates) {

  /** Takes one event; returns once it is durable. */
  interface Log {
    void append(Event event) throws Exception;
  }

  /** How many events a second {@code log} takes. */
  double on(Log log) throws Exception {
    long start = System.nanoTime();
    long end = start + length.toNanos();
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      int caller = i;
      all.add(() -> call(log, caller, end));
    }
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      long events = 0;
      for (Future<Integer> made : threads.invokeAll(all)) {
        events += made.get();
      }
      return events * 1e9 / (System.nanoTime() - start);
    } finally {
      threads.shutdownNow();
    }
  }

  private int call(Log log, int caller, long end) throws Exception {
    int made = 0;
    while (System.nanoTime() < end) {
      log.append(event(caller, made));
      made++;
    }
    return made;
  }

  /** A decision and the reaction to it in turn; reactions alone when there are no candidates. */
  Event event(int caller, int number) {
    UserId user = new UserId("user-" + (number / 2 * callers + caller) % 10_007);
    TipId tip = new TipId(0x9E3779B97F4A7C15L * (number / 2 * 10_007L + caller), caller);
    return candidates > 0 && number % 2 == 0
        ? SampleEvents.decided(user, tip, candidates)
        : SampleEvents.reacted(user, tip, new ReactionId("press-" + number), Kind.DONE);
  }
}
