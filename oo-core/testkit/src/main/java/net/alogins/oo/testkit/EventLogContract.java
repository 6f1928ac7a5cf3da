package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.SampleEvents.AT;
import static net.alogins.oo.testkit.SampleEvents.decided;
import static net.alogins.oo.testkit.SampleEvents.oneOfEach;
import static net.alogins.oo.testkit.SampleEvents.reacted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * What every log of events must do; extend it and name your log. What {@link #log} opened, a
 * subclass closes after each test.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class EventLogContract extends EventLogReadingContract {

  /** Made by a subclass. */
  protected EventLogContract() {}

  private static Event said(Kind kind) {
    return reacted(ADA, TIP, new ReactionId("press"), kind);
  }

  @Test
  void rows_are_numbered_from_one_or_more_and_growing() throws Exception {
    EventLog log = log();
    List<Appended> outcomes = new ArrayList<>();
    for (long i = 0; i < 5; i++) {
      outcomes.addAll(log.append(List.of(decided(ADA, tip(2 * i)), decided(BOB, tip(2 * i + 1)))));
    }

    assertThat(outcomes).hasSize(10).allMatch(appended -> appended.outcome() == Outcome.RECORDED);
    assertThat(outcomes.get(0).seq()).isPositive();
    assertThat(outcomes).extracting(Appended::seq).isSorted().doesNotHaveDuplicates();
    assertThat(log.read(0, ALL))
        .extracting(Recorded::seq)
        .isEqualTo(outcomes.stream().map(Appended::seq).toList());
  }

  @Test
  void a_batch_keeps_its_order_and_every_field_of_every_event() throws Exception {
    EventLog log = log();
    log.append(oneOfEach(ADA, TIP));

    assertThat(events(log.read(0, ALL))).isEqualTo(oneOfEach(ADA, TIP));
    assertThat(events(reopened(log).read(0, ALL))).isEqualTo(oneOfEach(ADA, TIP));
  }

  @Test
  void an_empty_batch_is_nothing() throws Exception {
    EventLog log = log();
    List<List<Recorded>> seen = new ArrayList<>();
    log.follow(seen::add);

    assertThat(log.append(List.of())).isEmpty();
    assertThat(log.read(0, ALL)).isEmpty();
    assertThat(seen).isEmpty();
  }

  @Test
  void telling_the_same_fact_again_changes_nothing() throws Exception {
    EventLog log = log();
    List<Appended> first = log.append(oneOfEach(ADA, TIP));

    List<Appended> again = reopened(log).append(oneOfEach(ADA, TIP));

    assertThat(again).allMatch(appended -> appended.outcome() == Outcome.REPEATED);
    assertThat(again)
        .extracting(Appended::seq)
        .isEqualTo(first.stream().map(Appended::seq).toList());
  }

  @Test
  void what_was_told_again_is_kept_as_it_was_first() throws Exception {
    EventLog log = log();
    log.append(oneOfEach(ADA, TIP));
    List<Recorded> rows = log.read(0, ALL);

    log.append(oneOfEach(ADA, TIP));

    assertThat(log.read(0, ALL)).isEqualTo(rows);
    assertThat(log.read(ADA, 0, ALL)).isEqualTo(rows);
    assertThat(log.about(ADA, TIP)).isEqualTo(rows.subList(1, rows.size()));
  }

  @Test
  void another_fact_of_the_same_identity_is_a_conflict() throws Exception {
    EventLog log = log();
    Appended first = log.append(List.of(said(Kind.DONE))).get(0);

    Appended second = log.append(List.of(said(Kind.DISMISSED))).get(0);

    assertThat(second).isEqualTo(new Appended(Outcome.CONFLICT, first.seq()));
    assertThat(events(log.read(0, ALL))).containsExactly(said(Kind.DONE));
  }

  @Test
  void an_identity_counts_within_one_batch_as_well() throws Exception {
    EventLog log = log();
    Event other = decided(ADA, TIP);

    List<Appended> outcomes =
        log.append(List.of(said(Kind.DONE), said(Kind.DONE), said(Kind.DISMISSED), other));

    assertThat(outcomes)
        .extracting(Appended::outcome)
        .containsExactly(Outcome.RECORDED, Outcome.REPEATED, Outcome.CONFLICT, Outcome.RECORDED);
    assertThat(outcomes.subList(0, 3))
        .extracting(Appended::seq)
        .containsOnly(outcomes.get(0).seq());
    assertThat(events(log.read(0, ALL))).containsExactly(said(Kind.DONE), other);
  }

  @Test
  void the_same_identity_of_two_people_is_two_facts() throws Exception {
    EventLog log = log();
    List<Event> both = List.of(decided(ADA, TIP), decided(BOB, TIP));

    assertThat(log.append(both)).allMatch(appended -> appended.outcome() == Outcome.RECORDED);
    assertThat(events(log.about(ADA, TIP))).containsExactly(both.get(0));
    assertThat(events(log.about(BOB, TIP))).containsExactly(both.get(1));
  }

  @Test
  void how_far_a_follower_came_is_kept_for_each() throws Exception {
    EventLog log = log();
    assertThat(log.position("effect/todo")).isEmpty();

    log.advance("effect/todo", 3);
    log.advance("effect/todo", 41);
    log.advance("scores", 7);

    EventLog again = reopened(log);
    assertThat(again.position("effect/todo")).hasValue(41);
    assertThat(again.position("scores")).hasValue(7);
    assertThat(again.position("effect")).isEmpty();
  }

  @Test
  void new_rows_follow_the_old_ones_after_a_restart() throws Exception {
    EventLog log = log();
    long last = log.append(oneOfEach(ADA, TIP)).get(8).seq();

    EventLog again = reopened(log);

    assertThat(again.append(List.of(decided(ADA, tip(1)))).get(0).seq()).isGreaterThan(last);
    assertThat(again.read(0, ALL)).hasSize(10);
  }

  @Test
  void a_thousand_candidates_are_kept() throws Exception {
    EventLog log = log();
    Decided large = decided(ADA, TIP, 1_000);
    log.append(List.of(large));

    assertThat(events(reopened(log).read(0, ALL))).containsExactly(large);
  }

  @Test
  void strange_ids_are_kept_apart() throws Exception {
    EventLog log = log();
    List<Event> all = new ArrayList<>();
    for (String strange : SampleIds.STRANGE) {
      all.addAll(oneOfEach(new UserId(strange), TIP));
      all.add(reacted(new UserId(strange), TIP, new ReactionId(strange), Kind.DONE));
    }
    log.append(all);

    EventLog again = reopened(log);

    assertThat(events(again.read(0, ALL))).isEqualTo(all);
    for (String strange : SampleIds.STRANGE) {
      assertThat(again.read(new UserId(strange), 0, ALL)).hasSize(10);
      again.advance(strange, strange.length());
      assertThat(again.position(strange)).hasValue(strange.length());
    }
  }

  @Test
  void times_are_kept_to_the_millisecond() throws Exception {
    EventLog log = log();
    List<Event> all = new ArrayList<>();
    List<Instant> times =
        List.of(AT, Instant.ofEpochMilli(-1), Instant.parse("9999-12-31T23:59:59.999Z"));
    times.forEach(at -> all.add(decided(ADA, tip(at.toEpochMilli()), at)));
    log.append(all);

    assertThat(events(reopened(log).read(0, ALL))).isEqualTo(all);
  }
}
