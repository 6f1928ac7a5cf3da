package net.alogins.oo.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.habits.Counts.Outcome;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  private static final UserId ADA = new UserId("ada");
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final String KIND = "errand";

  private final InMemoryEventLog log = new InMemoryEventLog();
  private long tips;

  private void shown(Duration ago) {
    log.append(List.of(SampleEvents.decided(ADA, new TipId(1, ++tips), NOW.minus(ago))));
  }

  private void done() {
    TipId last = new TipId(1, tips);
    log.append(List.of(SampleEvents.reacted(ADA, last, new ReactionId("yes"), Reacted.Kind.DONE)));
  }

  private Lately lately() {
    return Lately.of(log, ADA, Long.MAX_VALUE);
  }

  private Columns columns() {
    return Columns.of(lately(), NOW.toEpochMilli());
  }

  private float column(String name) {
    return columns().kind(KIND)[Columns.OF_KIND.indexOf(name)];
  }

  @Test
  void a_window_ends_to_the_millisecond() {
    shown(Duration.ofDays(28));
    shown(Duration.ofDays(28).minusMillis(1));
    shown(Duration.ofDays(7).minusMillis(1));
    shown(Duration.ofDays(1).minusMillis(1));
    shown(Duration.ofHours(1).minusMillis(1));
    Counts counts = Counts.of(lately(), NOW.toEpochMilli());

    assertThat(counts.of(Span.HOUR, Outcome.SHOWN)).isEqualTo(1);
    assertThat(counts.of(Span.DAY, Outcome.SHOWN)).isEqualTo(2);
    assertThat(counts.of(Span.WEEK, Outcome.SHOWN)).isEqualTo(3);
    assertThat(counts.of(Span.MONTH, Outcome.SHOWN)).isEqualTo(4);
  }

  @Test
  void about_this_hour_is_two_hours_before_and_after_on_any_day() {
    shown(Duration.ofDays(2).plusHours(2));
    shown(Duration.ofDays(2).plusHours(3));
    shown(Duration.ofDays(3).minusHours(2));
    shown(Duration.ofDays(3).minusHours(3));

    assertThat(Counts.of(lately(), NOW.toEpochMilli()).near(Kinds.of(KIND), Outcome.SHOWN))
        .isEqualTo(2);
  }

  @Test
  void counts_are_squashed_and_rates_begin_at_a_third() {
    assertThat(column("shown in a day")).isZero();
    assertThat(column("done in a week")).isEqualTo((float) (1 / 3.0));

    shown(Duration.ofDays(5));
    done();
    shown(Duration.ofHours(2));

    assertThat(column("shown in an hour")).isZero();
    assertThat(column("shown in a day")).isEqualTo((float) (1 / 3.0));
    assertThat(column("done in a week")).isEqualTo((float) (2 / 5.0));
    assertThat(columns().kind("another")).isEqualTo(another());
  }

  /** Of a kind that was never shown, but shares no class with the one that was. */
  private static float[] another() {
    float third = (float) (1 / 3.0);
    return new float[] {0, 0, 0, 0, 0, 0, 0, third, third, third};
  }

  @Test
  void the_row_is_told_in_a_number_between_0_and_1_that_says_which_it_was() {
    shown(Duration.ofHours(2));
    shown(Duration.ofHours(1));
    float told = columns().moment()[Columns.ROW];

    assertThat(told).isBetween(0f, 1f);
    assertThat(Columns.isTold(2, told)).isTrue();
    assertThat(Columns.isTold(1, told)).isFalse();
    assertThat(Columns.isTold((1L << 24) + 2, told)).isTrue();
  }

  @Test
  void of_nobody_known_every_number_is_0() {
    assertThat(Columns.ABSENT.moment()).containsOnly(0f);
    assertThat(Columns.ABSENT.kind(KIND)).containsOnly(0f);
  }
}
