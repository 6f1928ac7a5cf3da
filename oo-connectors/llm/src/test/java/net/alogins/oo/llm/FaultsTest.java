package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Eight people ask while a model's server breaks: {@code -Doo.faults} seconds long, 5 by default.
 * Several faults are tried beside each other, each with a server, a recommender and people of its
 * own.
 */
class FaultsTest {

  private static final int PEOPLE = 8;
  private static final int SECONDS = Integer.getInteger("oo.faults", 5);
  private static final Duration DEADLINE = Duration.ofMillis(400);
  private static final long SLACK_MILLIS = 50;

  /** How many faults are tried at once at the most: the pool's size in the pom. */
  private static final int BESIDE = 6;

  /** Asked once in so long, as fast as no person would. */
  private static final long PAUSE_MILLIS = 10L * BESIDE;

  /** How long after each other they begin: all at once would measure the machine. */
  private static final long APART_MILLIS = 200;

  private static final AtomicInteger BEGUN = new AtomicInteger();

  /** How far the wall clock goes on with each question. */
  private static final Duration STEP = Duration.ofMillis(4L * BESIDE);

  private final FakeLlm fake = FakeLlm.start();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final CandidateSource chores =
      CandidateSource.immediate(
          context ->
              List.of(
                  Candidate.of("chores", "1", "Water the plants"),
                  Candidate.of("chores", "2", "Call the plumber")));
  private final LlmSource llm =
      LlmSource.from(Models.at(fake.base()))
          .beside(chores)
          .patience(Duration.ofMillis(100))
          .longest(Duration.ofMillis(300))
          .clock(clock)
          .open();
  private final Recommender recommender =
      Recommender.from(chores, llm)
          .choosingWith(Policies.standard())
          .consents(Consents.standard().and(Purpose.LLM))
          .deadline(DEADLINE)
          .openFor(Duration.ofMillis(1))
          .clock(clock)
          .randomness(new SplittableRandom(1))
          .build();
  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);

  /** What is done for the first time is slow, whatever a model does. */
  @BeforeAll
  static void warm_up() throws Exception {
    FaultsTest first = new FaultsTest();
    first.fake.answer(Fault.ERROR_500.answering());
    first.everybodyAsks(Duration.ofSeconds(3));
    first.close();
  }

  @AfterEach
  void close() throws InterruptedException {
    people.shutdownNow();
    assertThat(people.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    recommender.close();
    llm.close();
    fake.close();
  }

  @AfterAll
  static void no_thread_is_left() {
    await().atMost(Duration.ofSeconds(10)).until(() -> threads() == 0);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("oo-llm-"))
        .count();
  }

  private static UserId user(int number) {
    return new UserId("user-" + number);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void no_tip_fails_or_is_late_and_the_model_is_left_alone_until_it_is_well(Fault fault)
      throws Exception {
    fake.answer(fault.answering());
    fake.pause(APART_MILLIS * (BEGUN.getAndIncrement() % BESIDE));

    long tips = everybodyAsks(Duration.ofSeconds(SECONDS));
    if (fault.isFailure()) {
      await().atMost(Duration.ofSeconds(10)).until(() -> llm.breaker().equals("OPEN"));
    }

    assertThat(threads()).isLessThanOrEqualTo(2L * Guard.MOST_AT_ONCE * BESIDE);
    assertThat(tips).isGreaterThan(2 * PEOPLE);
    long slowest = slowestMillis();
    assertThat(slowest).isLessThanOrEqualTo(DEADLINE.toMillis() + SLACK_MILLIS);
    fake.answer(FakeLlm.suggesting("Stretch"));
    recovers(fault);
    System.out.printf("%s: %d tips, none failed, slowest %d ms%n", fault, tips, slowest);
  }

  /** Everybody asks again and again; a tip that fails fails the test. */
  private long everybodyAsks(Duration long_) throws Exception {
    long end = System.nanoTime() + long_.toNanos();
    List<Future<Long>> all = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      UserId user = user(i);
      all.add(people.submit((Callable<Long>) () -> asks(user, end)));
    }
    long tips = 0;
    for (Future<Long> one : all) {
      tips += one.get();
    }
    return tips;
  }

  private long asks(UserId user, long end) throws InterruptedException {
    long tips = 0;
    while (System.nanoTime() < end) {
      assertThat(recommender.tip(user).tip()).isPresent();
      tips++;
      clock.advance(STEP);
      fake.pause(PAUSE_MILLIS);
    }
    return tips;
  }

  /** How long gathering has taken at the most, as the decisions say. */
  private long slowestMillis() {
    long slowest = 0;
    for (int i = 0; i < PEOPLE; i++) {
      List<Recorded> rows = recommender.facts(user(i), 0, 100_000);
      for (Decided decided : Recorded.events(Decided.class, rows).toList()) {
        for (Decided.Stage stage : decided.stages()) {
          slowest = stage.name().equals("candidates") ? Math.max(slowest, stage.micros()) : slowest;
        }
      }
    }
    return slowest / 1_000;
  }

  private void recovers(Fault fault) {
    clock.advance(Duration.ofHours(5));
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Guard.REST.plusSeconds(1));
              recommender.tip(user(0));
              recommender.tip(user(1));
              return llm.breaker().equals("CLOSED") && suggests(user(0));
            });
    assertThat(llm.breaker()).as("%s", fault).isEqualTo("CLOSED");
  }

  private boolean suggests(UserId user) {
    List<Recorded> rows = recommender.facts(user, 0, 100_000);
    List<Decided> all = Recorded.events(Decided.class, rows).toList();
    return all.get(all.size() - 1).slate().candidates().stream()
        .anyMatch(candidate -> candidate.source().equals(LlmSource.NAME));
  }
}
