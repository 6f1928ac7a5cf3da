package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All faults one after the other, again and again: {@code -Doo.faults} rounds, 2 to 6. */
class FlatTest {

  private static final int ROUNDS = Math.min(6, Math.max(2, Integer.getInteger("oo.faults", 2)));
  private static final int PEOPLE = 8;
  private static final int QUESTIONS = 10;

  /** Of the source at once, in the first round and in the last. */
  private static final long MOST_THREADS = 2L * Guard.MOST_AT_ONCE;

  /** What the server of the test remembers, and what a collection leaves over. */
  private static final long SLACK = 8L * 1024 * 1024;

  private final FakeLlm fake = FakeLlm.start();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final LlmSource llm =
      LlmSource.from(Models.at(fake.base()))
          .beside(CandidateSource.immediate(context -> List.of()))
          .patience(Duration.ofMillis(10))
          .longest(Duration.ofMillis(100))
          .budget(new Budget(100_000, 100_000_000))
          .clock(clock)
          .open();

  @AfterEach
  void close() {
    llm.close();
    fake.close();
  }

  private Context context(int number) {
    Context some = LlmSourceTest.ALLOWED;
    UserId user = new UserId("user-" + number % PEOPLE);
    return new Context(user, clock.instant(), some.profile(), some.attributes(), some.history());
  }

  /** How many questions had no answer. */
  private int round() throws Exception {
    int absent = 0;
    for (Fault fault : Fault.values()) {
      fake.answer(fault.answering());
      for (int i = 0; i < QUESTIONS; i++) {
        clock.advance(Guard.REST.plusSeconds(1));
        try {
          llm.candidates(context(i));
        } catch (Absent expected) {
          absent++;
        }
      }
    }
    return absent;
  }

  private static long heap() {
    System.gc();
    Runtime all = Runtime.getRuntime();
    return all.totalMemory() - all.freeMemory();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(oo-llm|HttpClient)-.*"))
        .count();
  }

  @Test
  void threads_and_heap_stay_as_they_were() throws Exception {
    List<Long> heaps = new ArrayList<>();
    List<Long> threads = new ArrayList<>();
    int absent = 0;
    for (int i = 0; i < ROUNDS; i++) {
      absent += round();
      heaps.add(heap());
      threads.add(threads());
    }

    System.out.printf(
        "%d rounds of %d faults, %d questions unanswered: heap %s bytes, threads %s%n",
        ROUNDS, Fault.values().length, absent, heaps, threads);
    assertThat(absent).isPositive();
    assertThat(heaps.get(ROUNDS - 1)).isLessThan(heaps.get(0) + SLACK);
    assertThat(threads.get(ROUNDS - 1)).isLessThanOrEqualTo(threads.get(0) + MOST_THREADS);
  }
}
