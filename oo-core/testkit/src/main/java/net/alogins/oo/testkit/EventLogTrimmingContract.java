package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.SampleEvents.decided;
import static net.alogins.oo.testkit.SampleEvents.oneOfEach;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What every log of events owes to whoever trims it; part of {@link EventLogContract}. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class EventLogTrimmingContract extends EventLogFollowersContract {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final TipId TIP = new TipId(0x0123456789abcdefL, 0xfedcba9876543210L);
  private static final int ALL = 10_000;

  /** Made by {@link EventLogContract}. */
  EventLogTrimmingContract() {}

  /** {@code log}, closed and opened again; a log that forgets may stay as it is. */
  protected EventLog reopened(EventLog log) throws Exception {
    return log;
  }

  @Test
  void what_is_trimmed_is_gone_and_its_numbers_are_never_used_again() throws Exception {
    EventLog log = log();
    List<Appended> all = log.append(oneOfEach(ADA, TIP));
    assertThat(log.trimmed()).isZero();

    log.trim(all.get(4).seq());
    log.trim(all.get(1).seq());

    EventLog again = reopened(log);
    assertThat(again.trimmed()).isEqualTo(all.get(4).seq());
    assertThat(again.read(0, ALL))
        .extracting(Recorded::event)
        .isEqualTo(oneOfEach(ADA, TIP).subList(5, 9));
    assertThat(again.read(all.get(5).seq(), ALL)).hasSize(3);
    assertThat(again.decisions(ADA, Long.MAX_VALUE, ALL)).isEmpty();
    assertThat(again.append(oneOfEach(ADA, TIP).subList(4, 6)))
        .extracting(Appended::outcome)
        .containsExactly(Outcome.RECORDED, Outcome.REPEATED);
    assertThat(again.read(all.get(8).seq(), ALL)).hasSize(1);
  }

  @Test
  void a_log_can_be_trimmed_to_nothing() throws Exception {
    EventLog log = log();
    long last = log.append(oneOfEach(ADA, TIP)).get(8).seq();

    log.trim(last);

    EventLog again = reopened(log);
    assertThat(again.read(0, ALL)).isEmpty();
    assertThat(again.trimmed()).isEqualTo(last);
    assertThat(again.append(List.of(decided(BOB, new TipId(1, ~1)))).get(0).seq())
        .isGreaterThan(last);
  }
}
