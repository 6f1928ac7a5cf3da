package net.alogins.oo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.alogins.oo.Status;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.simulator.Deliveries.Delivery;
import net.alogins.oo.simulator.Deliveries.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reactions that are delivered up to twenty times over, shuffled, across restarts and a month teach
 * what one clean pass teaches. {@code -Doo.deliveries=N} has N of them (2,000).
 */
class DeliveriesTest {

  private static final int DISTINCT = Integer.getInteger("oo.deliveries", 2_000);
  private static final int QUESTIONS = 10;
  private static final int REACTIONS_OF_16 = 10;
  private static final int RESTARTS = 20;
  private static final int SAMPLE = 100;
  private static final double TOLERANCE = 1e-9;
  private static final Duration MONTH = Duration.ofDays(30);

  private static List<UserId> people = List.of();
  private static List<Event> decisions = List.of();
  private static List<Delivery> shuffled = List.of();
  private static List<Delivery> clean = List.of();
  private static List<Delivery> otherwise = List.of();

  @BeforeAll
  static void plan() {
    int questions = DISTINCT * REACTIONS_OF_16 / 16;
    people =
        IntStream.rangeClosed(0, questions / QUESTIONS)
            .mapToObj(i -> new UserId("user " + i))
            .toList();
    Instant begin;
    try (Course asking = new Course(Policies::standard, List.of())) {
      asking.ask(people, QUESTIONS);
      begin = asking.now();
      decisions = events(asking.rows());
    }
    SplittableRandom random = new SplittableRandom(20261125);
    Deliveries deliveries = new Deliveries(decisions, DISTINCT, random, begin, begin.plus(MONTH));
    shuffled = deliveries.withCopies(deliveries.firsts());
    clean = shuffled.stream().filter(delivery -> delivery.role() == Role.FIRST).toList();
    otherwise = deliveries.firsts();
  }

  private static List<Event> events(List<Recorded> rows) {
    return rows.stream().<Event>map(Recorded::event).toList();
  }

  @Test
  void a_month_of_duplicates_and_restarts_teaches_what_one_clean_pass_does() {
    try (Course lived = course(Policies::standard, shuffled, RESTARTS);
        Course once = course(Policies::standard, clean, 0);
        Course other = course(Policies::standard, otherwise, 0)) {
      Status status = lived.status();
      assertThat(status.stateHash()).isEqualTo(once.status().stateHash());
      assertThat(Checks.ofTheLog(status)).isEqualTo(Checks.ofTheLog(once.status()));
      assertThat(Checks.ofTheLog(status)).isEqualTo(Checks.ofTheLog(other.status()));
      assertThat(Checks.ofTheLog(status))
          .containsAllEntriesOf(Reckoning.of(lived.rows()).counters());
      assertEachWasToldWhatItIs(lived, once);
      print(lived, status, largest(lived, other));
    }
  }

  @Test
  void rewards_are_the_same_in_every_order() {
    try (Course lived = course(Summing::new, shuffled, RESTARTS);
        Course once = course(Summing::new, clean, 0);
        Course other = course(Summing::new, otherwise, 0)) {
      Summing.Sum sum = Summing.of(Reckoning.of(lived.rows()).rewards());

      assertThat(sum.count()).isPositive();
      assertThat(List.of(rewards(lived), rewards(once), rewards(other))).containsOnly(sum);
    }
  }

  private static Course course(
      Supplier<Policy<?>> policies, List<Delivery> deliveries, int restarts) {
    Course course = new Course(policies, decisions);
    course.deliver(deliveries, restarts);
    course.settle();
    return course;
  }

  private static Summing.Sum rewards(Course course) {
    course.status();
    return ((Summing) course.policy()).written();
  }

  private static void assertEachWasToldWhatItIs(Course lived, Course once) {
    assertThat(lived.receipts(Role.FIRST)).isEqualTo(once.receipts(Role.FIRST));
    assertThat(lived.receipts(Role.FIRST)).containsOnlyKeys(Receipt.RECORDED, Receipt.LATE);
    assertThat(lived.receipts(Role.AGAIN)).containsOnlyKeys(Receipt.REPEATED);
    assertThat(lived.receipts(Role.ANOTHER)).containsOnlyKeys(Receipt.CONFLICT);
    assertThat(lived.repeated()).isEqualTo(answers(Role.AGAIN));
    assertThat(lived.conflicting()).isEqualTo(answers(Role.ANOTHER));
    assertThat(lived.restarts()).isEqualTo(RESTARTS);
  }

  private static long answers(Role role) {
    return shuffled.stream()
        .filter(delivery -> delivery.role() == role && delivery.reaction() instanceof Answer)
        .count();
  }

  /** The largest difference between two scores of the same candidate. */
  private static double largest(Course one, Course other) {
    Set<UserId> some = new LinkedHashSet<>(people.subList(0, Math.min(SAMPLE, people.size())));
    List<Double> scores = new ArrayList<>(one.scores(some));
    List<Double> others = other.scores(some);
    assertThat(scores).hasSameSizeAs(others).doesNotContain(0.0);
    double largest = 0;
    for (int i = 0; i < scores.size(); i++) {
      largest = Math.max(largest, Math.abs(scores.get(i) - others.get(i)));
    }
    assertThat(largest).isLessThanOrEqualTo(TOLERANCE);
    return largest;
  }

  private static void print(Course lived, Status status, double largest) {
    System.out.printf(
        "deliveries: %,d of %,d distinct reactions to %,d decisions of %,d people, %d days, %d restarts: "
            + "%s; same rewards, counters and state hash as one clean pass, "
            + "%.1e from another order%n",
        shuffled.size(),
        clean.size(),
        status.counters().get("decisions.decided"),
        people.size(),
        MONTH.toDays(),
        lived.restarts(),
        Map.of(
            "repeated",
            lived.repeated(),
            "conflict",
            lived.conflicting(),
            "late",
            status.counters().getOrDefault("reactions.late", 0L)),
        largest);
  }
}
