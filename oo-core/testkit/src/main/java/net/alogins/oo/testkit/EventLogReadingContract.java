package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.SampleEvents.decided;
import static net.alogins.oo.testkit.SampleEvents.oneOfEach;
import static net.alogins.oo.testkit.SampleEvents.reacted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
 * What every log of events owes to whoever reads it: pages, each person's rows, decisions newest
 * first; part of {@link EventLogContract}.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class EventLogReadingContract extends EventLogTrimmingContract {

  static final UserId ADA = new UserId("ada");
  static final UserId BOB = new UserId("bob");
  static final TipId TIP = new TipId(0x0123456789abcdefL, 0xfedcba9876543210L);
  static final int ALL = 10_000;

  /** Made by {@link EventLogContract}. */
  EventLogReadingContract() {}

  static TipId tip(long number) {
    return new TipId(number, ~number);
  }

  static List<Event> events(List<Recorded> rows) {
    return rows.stream().map(Recorded::event).toList();
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

  static ReactionId said(long number) {
    return new ReactionId("press " + number);
  }
}
