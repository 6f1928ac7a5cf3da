package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.SampleEvents.AT;
import static net.alogins.oo.testkit.SampleEvents.decided;
import static net.alogins.oo.testkit.SampleEvents.oneOfEach;
import static net.alogins.oo.testkit.SampleEvents.reacted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * What every log of events must do; extend it and name your log. What {@link #log} opened, a
 * subclass closes after each test.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class EventLogContract extends EventLogTrimmingContract {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final TipId TIP = new TipId(0x0123456789abcdefL, 0xfedcba9876543210L);
  private static final int ALL = 10_000;

  /** Made by a subclass. */
  protected EventLogContract() {}

  private static TipId tip(long number) {
    return new TipId(number, ~number);
  }

  private static List<Event> events(List<Recorded> rows) {
    return rows.stream().map(Recorded::event).toList();
  }

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
  void reading_goes_page_by_page() throws Exception {
    EventLog log = log();
    for (long i = 0; i < 7; i++) {
      log.append(List.of(decided(i % 2 == 0 ? ADA : BOB, tip(i))));
    }
    List<Recorded> all = log.read(0, ALL);

    assertThat(pages(log, 3)).isEqualTo(all).hasSize(7);
    assertThat(log.read(all.get(6).seq(), 3)).isEmpty();
    assertThat(log.read(all.get(6).seq() + 1_000, 3)).isEmpty();
    assertThat(log.read(ADA, 0, 2)).containsExactly(all.get(0), all.get(2));
    assertThat(log.read(ADA, all.get(2).seq(), 2)).containsExactly(all.get(4), all.get(6));
    assertThat(log.read(BOB, 0, ALL)).containsExactly(all.get(1), all.get(3), all.get(5));
    assertThat(log.read(new UserId("eve"), 0, ALL)).isEmpty();
  }

  @Test
  void a_persons_page_is_full_unless_it_is_the_last() throws Exception {
    EventLog log = log();
    log.append(LongStream.range(0, 150).mapToObj(i -> decided(ADA, tip(i))).toList());
    List<Recorded> all = log.read(ADA, 0, ALL);

    assertThat(log.read(ADA, 0, 64)).isEqualTo(all.subList(0, 64));
    assertThat(log.read(ADA, all.get(63).seq(), 64)).isEqualTo(all.subList(64, 128));
    assertThat(log.read(ADA, all.get(127).seq(), 64)).isEqualTo(all.subList(128, 150));
  }

  private static List<Recorded> pages(EventLog log, int limit) {
    List<Recorded> all = new ArrayList<>();
    List<Recorded> page = log.read(0, limit);
    while (!page.isEmpty() && all.size() < ALL) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page);
      page = log.read(page.get(page.size() - 1).seq(), limit);
    }
    return all;
  }

  @Test
  void a_foreign_tip_reads_like_an_unknown_one() throws Exception {
    EventLog log = log();
    log.append(oneOfEach(ADA, TIP));

    assertThat(log.about(BOB, TIP)).isEmpty();
    assertThat(log.about(ADA, tip(1))).isEmpty();
    assertThat(log.decisions(BOB, Long.MAX_VALUE, ALL)).isEmpty();
  }

  @Test
  void decisions_come_newest_first() throws Exception {
    EventLog log = log();
    for (long i = 0; i < 5; i++) {
      log.append(List.of(decided(ADA, tip(i)), reacted(ADA, tip(i), said(i), Kind.DONE)));
      log.append(List.of(decided(BOB, tip(i))));
    }

    List<Recorded> newest = log.decisions(ADA, Long.MAX_VALUE, 2);
    List<Recorded> rest = log.decisions(ADA, newest.get(1).seq(), ALL);

    assertThat(events(newest)).containsExactly(decided(ADA, tip(4)), decided(ADA, tip(3)));
    assertThat(events(rest))
        .containsExactly(decided(ADA, tip(2)), decided(ADA, tip(1)), decided(ADA, tip(0)));
  }

  @Test
  void decisions_are_found_behind_many_reactions() throws Exception {
    EventLog log = log();
    for (long i = 0; i < 3; i++) {
      log.append(List.of(decided(ADA, tip(i))));
      for (long j = 0; j < 9; j++) {
        log.append(List.of(reacted(ADA, tip(i), said(10 * i + j), Kind.DONE)));
      }
    }

    for (int limit = 1; limit <= 4; limit++) {
      assertThat(events(log.decisions(ADA, Long.MAX_VALUE, limit)))
          .isEqualTo(
              Stream.of(2, 1, 0).limit(limit).map(i -> (Event) decided(ADA, tip(i))).toList());
    }
  }

  private static ReactionId said(long number) {
    return new ReactionId("press " + number);
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
