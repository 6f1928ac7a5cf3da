package net.alogins.oo.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

class LatelyTest {

  private static final UserId ADA = new UserId("ada");
  private static final TipId TIP = new TipId(1, 1);
  private static final int ERRAND = Kinds.of("errand");

  private final InMemoryEventLog log = new InMemoryEventLog();

  private Lately after(Event... events) {
    log.append(List.of(events));
    return Lately.of(log, ADA, Long.MAX_VALUE);
  }

  private static Event said(String id, Reacted.Kind kind, Duration later) {
    Instant at = SampleEvents.AT.plus(later);
    return kind == Reacted.Kind.SNOOZED
        ? SampleEvents.snoozed(ADA, TIP, new ReactionId(id), at.plus(later))
        : new Reacted(ADA, at, TIP, new ReactionId(id), kind, Optional.empty(), true);
  }

  private static Event undo(String id, String target) {
    return new Retracted(ADA, SampleEvents.AT, TIP, new ReactionId(id), new ReactionId(target));
  }

  @Test
  void a_decision_is_when_what_and_what_was_said() {
    Lately lately =
        after(
            SampleEvents.decided(ADA, TIP),
            said("no", Reacted.Kind.DISMISSED, Duration.ofHours(1)),
            said("yes", Reacted.Kind.DONE, Duration.ofHours(2)));

    assertThat(lately.size()).isOne();
    assertThat(lately.at(0)).isEqualTo(SampleEvents.AT.toEpochMilli());
    assertThat(lately.kind(0)).isEqualTo(ERRAND);
    assertThat(lately.said(0)).isEqualTo(Said.DONE | Said.DISMISSED);
    assertThat(lately.row()).isEqualTo(3);
  }

  @Test
  void what_was_taken_back_was_not_said_in_whichever_order_it_comes() {
    Lately lately =
        after(
            SampleEvents.decided(ADA, TIP),
            undo("undo", "yes"),
            said("yes", Reacted.Kind.DONE, Duration.ofHours(1)),
            said("later", Reacted.Kind.SNOOZED, Duration.ofHours(1)));

    assertThat(lately.said(0)).isEqualTo(Said.SNOOZED);
  }

  @Test
  void what_is_said_too_late_does_not_count() {
    Lately lately =
        after(SampleEvents.decided(ADA, TIP), said("yes", Reacted.Kind.DONE, Duration.ofDays(8)));

    assertThat(lately.said(0)).isZero();
  }

  @Test
  void a_tip_that_was_taken_back_was_not_shown() {
    Lately lately = after(SampleEvents.decided(ADA, TIP), new Withdrawn(ADA, SampleEvents.AT, TIP));

    assertThat(Counts.of(lately, SampleEvents.AT.toEpochMilli()).of(Span.DAY, Counts.Outcome.SHOWN))
        .isZero();
  }

  @Test
  void it_begins_anew_with_each_change_of_consents() {
    Event changed =
        new ConsentChanged(
            ADA, SampleEvents.AT, new ReactionId("consent"), Set.of(Purpose.RECOMMEND));

    assertThat(after(SampleEvents.decided(ADA, TIP), changed).size()).isZero();
  }

  @Test
  void of_many_decisions_the_last_ones_are_kept() {
    Event[] many =
        IntStream.range(0, Lately.MOST + 44)
            .mapToObj(i -> SampleEvents.decided(ADA, new TipId(2, i), time(i)))
            .toArray(Event[]::new);

    Lately lately = after(many);

    assertThat(lately.size()).isEqualTo(Lately.MOST);
    assertThat(lately.at(0)).isEqualTo(time(44).toEpochMilli());
    assertThat(lately.row()).isEqualTo(many.length);
  }

  private static Instant time(int index) {
    return SampleEvents.AT.plus(Duration.ofMinutes(index));
  }

  @Test
  void somebody_read_at_once_is_the_same_as_one_who_was_followed() {
    Household household = new Household(2, 7);
    Stores stores = Stores.inMemory();
    try (Recommender recommender = household.builder(stores, Habits.none().features()).build()) {
      household.live(recommender, 180);
    }

    household.people().forEach(user -> follow(stores.log(), user));
  }

  private static void follow(EventLog log, UserId user) {
    Lately followed = Lately.NOTHING;
    for (Recorded row : log.read(user, 0, Integer.MAX_VALUE)) {
      followed = followed.after(row, log);
      if (row.seq() % 5 == 0) {
        long now = row.event().at().toEpochMilli();
        requireSame(Columns.of(Lately.of(log, user, row.seq()), now), Columns.of(followed, now));
      }
    }
  }

  private static void requireSame(Columns read, Columns followed) {
    assertThat(read.moment()).isEqualTo(followed.moment());
    for (Candidate chore : Household.chores()) {
      assertThat(read.kind(chore.kind())).isEqualTo(followed.kind(chore.kind()));
    }
  }
}
