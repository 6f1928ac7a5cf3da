package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.tip.Advice;
import org.junit.jupiter.api.Test;

class BusyTimesTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final ConnectionId WORK = new ConnectionId("work");
  private static final ConnectionId HOME = new ConnectionId("home");
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  private final BusyTimes busy = new BusyTimes();

  private static Interval from(int minutes, int length) {
    Instant begin = NOW.plus(Duration.ofMinutes(minutes));
    return new Interval(begin, begin.plus(Duration.ofMinutes(length)));
  }

  @Test
  void free_are_the_minutes_until_the_next_event_of_any_calendar() {
    busy.tell(ADA, WORK, NOW, List.of(from(90, 30), from(-60, 30)));
    busy.tell(ADA, HOME, NOW, List.of(from(45, 10)));

    assertThat(busy.minutesFree(ADA, NOW)).hasValue(45);
    assertThat(busy.minutesFree(ADA, NOW.plusSeconds(30))).hasValue(44);
    assertThat(busy.minutesFree(ADA, NOW.plus(Duration.ofMinutes(50)))).hasValue(0);
    assertThat(busy.minutesFree(ADA, NOW.plus(Duration.ofMinutes(55)))).hasValue(35);
  }

  @Test
  void without_an_event_a_day_is_free_and_without_a_calendar_nobody_knows() {
    busy.tell(ADA, WORK, NOW, List.of());

    assertThat(busy.minutesFree(ADA, NOW)).hasValue(24 * 60);
    assertThat(busy.minutesFree(BOB, NOW)).isEmpty();
  }

  @Test
  void what_a_calendar_said_a_week_ago_is_not_known_any_more() {
    busy.tell(ADA, WORK, NOW, List.of());

    assertThat(busy.minutesFree(ADA, NOW.plus(Duration.ofDays(6)))).isPresent();
    assertThat(busy.minutesFree(ADA, NOW.plus(Duration.ofDays(7)))).isEmpty();
  }

  @Test
  void what_a_calendar_says_takes_the_place_of_what_it_said() {
    busy.tell(ADA, WORK, NOW, List.of(from(10, 10)));
    busy.tell(ADA, WORK, NOW, List.of(from(20, 10)));
    assertThat(busy.minutesFree(ADA, NOW)).hasValue(20);

    busy.forget(ADA, WORK);
    assertThat(busy.minutesFree(ADA, NOW)).isEmpty();
  }

  @Test
  void people_and_times_in_memory_are_bounded() {
    busy.tell(BOB, WORK, NOW, List.of());
    IntStream.range(0, 1_000)
        .forEach(i -> busy.tell(new UserId("u" + i), WORK, NOW, List.of(from(5, 5))));
    assertThat(busy.minutesFree(BOB, NOW)).isEmpty();

    List<Interval> many = IntStream.range(0, 2_000).mapToObj(i -> from(2_000 - i, 1)).toList();
    busy.tell(ADA, WORK, NOW, many);
    assertThat(busy.minutesFree(ADA, NOW)).hasValue(1);
  }

  @Test
  void what_the_host_says_goes_first() {
    busy.tell(ADA, WORK, NOW, List.of(from(10, 10)));

    assertThat(busy.moment(ADA, NOW, Attributes.none()))
        .isEqualTo(Attributes.none().and(Attributes.MINUTES_FREE, 10));
    Attributes said = Attributes.none().and(Attributes.MINUTES_FREE, 25);
    assertThat(busy.moment(ADA, NOW, said)).isEqualTo(said);
    assertThat(busy.moment(BOB, NOW, Attributes.none())).isEqualTo(Attributes.none());
    Attributes full =
        IntStream.range(0, 32)
            .mapToObj(i -> Attributes.none().and("a" + i, i))
            .reduce(
                Attributes.none(),
                (a, b) ->
                    b.numbers().entrySet().stream()
                        .reduce(
                            a, (all, one) -> all.and(one.getKey(), one.getValue()), (x, y) -> y));
    assertThat(busy.moment(ADA, NOW, full)).isEqualTo(full);
  }

  @Test
  void nobody_is_told_to_begin_what_does_not_fit() {
    CandidateSource chores =
        context ->
            List.of(
                Candidate.of("chores", "1", "Tidy up").minutes(60).priority(1),
                Candidate.of("chores", "2", "Call Jo").minutes(10));
    try (Recommender recommender =
        Recommender.from(chores)
            .choosingWith(Policies.standard())
            .filter(BusyTimes.fitting())
            .build()) {
      Attributes moment = Attributes.none().and(Attributes.MINUTES_FREE, 20);
      Advice advice = recommender.tip(ADA, moment);

      assertThat(advice.tip().orElseThrow().title()).isEqualTo("Call Jo");
      Attributes none = Attributes.none().and(Attributes.MINUTES_FREE, 0);
      assertThat(recommender.tip(BOB, none)).isInstanceOf(Advice.Silent.class);
    }
  }
}
