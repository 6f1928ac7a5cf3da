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

/**
 * Many callers, each with one event after the other, for a while.
 *
 * @param candidates how many of them each decision has; 0 for reactions alone
 */
record Load(int callers, Duration length, int candidates) {

  private static final int USERS = 10_007;

  /** Takes one event; returns once it is durable. */
  interface Log {
    void append(Event event) throws Exception;
  }

  /** How many events a second {@code log} takes. */
  double on(Log log) throws Exception {
    long start = System.nanoTime();
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      int caller = i;
      all.add(() -> call(log, caller, start));
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

  private int call(Log log, int caller, long start) throws Exception {
    int made = 0;
    while (System.nanoTime() - start < length.toNanos()) {
      log.append(event(start, caller, made));
      made++;
    }
    return made;
  }

  /** A decision of a new tip and the reaction to it in turn, or reactions alone. */
  Event event(long run, int caller, int number) {
    int round = number / 2;
    UserId user = new UserId("user-" + (round * callers + caller) % USERS);
    TipId tip = new TipId(run * 0x9E3779B97F4A7C15L + round, caller);
    return candidates > 0 && number % 2 == 0
        ? SampleEvents.decided(user, tip, candidates)
        : SampleEvents.reacted(user, tip, new ReactionId("press-" + number), Kind.DONE);
  }
}
