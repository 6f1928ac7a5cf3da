package net.alogins.oo.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.policy.Features;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.testkit.ForwardingEventLog;
import net.alogins.oo.testkit.SampleEvents;
import net.alogins.oo.tip.Replay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HabitsTest {

  private static final UserId ADA = new UserId("ada");

  private final Household household = new Household(4, 3);
  private final Stores stores = Stores.inMemory();
  private final EventLog log = stores.log();
  private final Habits habits = Habits.of(log).scheduler(household.behind).open();
  private final Recommender recommender = household.builder(stores, habits.features()).build();

  @AfterEach
  void end() {
    recommender.close();
    habits.close();
  }

  private Decided ask() {
    household.clock.advance(Duration.ofHours(1));
    TipId tip = recommender.tip(ADA).tip().orElseThrow().id();
    return Recorded.events(Decided.class, log.about(ADA, tip)).findFirst().orElseThrow();
  }

  private Decided last() {
    List<Decided> all = Household.decisions(log);
    return all.get(all.size() - 1);
  }

  private Decided askOnceRead() {
    household.behind.run();
    return ask();
  }

  private boolean isKnown(Decided decision) {
    return Household.isKnown(habits, decision);
  }

  @Test
  void the_numbers_of_every_decision_come_out_again_from_the_log() {
    household.live(recommender, 160);
    List<Recount> all = new ArrayList<>();
    for (Decided decision : Household.decisions(log)) {
      all.add(Household.recount(log, habits, decision));
    }

    assertThat(all).extracting(Recount::difference).containsOnly(Optional.empty());
    assertThat(all).filteredOn(one -> one.asOf() > 0).hasSizeGreaterThan(80);
    assertThat(all).as("the reader was late, too").anyMatch(one -> one.behind() > 0);
  }

  @Test
  void a_decision_by_habits_is_made_again_identically() {
    household.live(recommender, 100);
    Decided last = last();

    assertThat(recommender.replay(last.user(), last.tip())).contains(new Replay.Identical());
  }

  @Test
  void another_number_is_found_out() {
    household.live(recommender, 50);
    Decided last = Household.decisions(log).get(49);
    EventLog bent = new Bent(log, Household.decisions(log).get(0).tip());

    assertThat(Recount.of(bent, habits.features().schema(), last.user(), last.tip())).isPresent();
    assertThat(
            Household.decisions(log).stream()
                .map(one -> Household.recount(bent, habits, one).difference())
                .filter(Optional::isPresent))
        .isNotEmpty();
  }

  /** A log in which one decision never was. */
  private static final class Bent extends ForwardingEventLog {

    private final EventLog whole;
    private final TipId gone;

    Bent(EventLog whole, TipId gone) {
      this.whole = whole;
      this.gone = gone;
    }

    @Override
    protected EventLog log() {
      return whole;
    }

    @Override
    public List<Recorded> read(UserId user, long after, int limit) {
      return super.read(user, after, Integer.MAX_VALUE).stream()
          .filter(row -> !row.event().identity().equals("decided/" + gone))
          .limit(limit)
          .toList();
    }
  }

  @Test
  void who_is_not_known_yet_gets_a_tip_all_the_same() {
    assertThat(isKnown(ask())).isFalse();
    assertThat(isKnown(ask())).as("nothing was read meanwhile").isFalse();
    assertThat(isKnown(askOnceRead())).isTrue();
  }

  @Test
  void without_a_reader_there_are_tips_and_no_numbers() {
    assertThat(isKnown(askOnceRead())).isFalse();
    habits.close();

    assertThat(isKnown(askOnceRead())).isFalse();
    assertThat(Household.decisions(log))
        .hasSize(2)
        .allMatch(one -> Household.recount(log, habits, one).difference().isEmpty());
  }

  @Test
  void nothing_is_seen_of_somebody_who_does_not_allow_to_learn() {
    ask();
    assertThat(isKnown(askOnceRead())).isTrue();

    recommender.profiles().consent(ADA, Consents.of(Purpose.RECOMMEND));
    assertThat(isKnown(ask())).isFalse();
    assertThat(isKnown(askOnceRead())).isFalse();
  }

  @Test
  void the_next_reader_begins_where_the_last_one_ended() {
    household.live(recommender, 40);
    household.behind.run();
    habits.close();
    household.live(recommender, 10);
    try (Habits next = Habits.of(log).scheduler(household.behind).open()) {
      household.behind.run();

      assertThat(log.position(Reading.NAME)).isPresent();
      assertThat(next.people()).isBetween(1, household.people().size());
      assertThat(next.lag()).isZero();
    }
  }

  @Test
  void who_asked_longest_ago_is_forgotten_and_read_again() {
    try (Habits few = Habits.of(log).people(1).scheduler(household.behind).open()) {
      household.live(recommender, 30);
      household.behind.run();

      assertThat(few.people()).isOne();
      assertThat(habits.people()).isEqualTo(household.people().size());
    }
  }

  @Test
  void a_log_that_cannot_be_read_costs_nobody_a_tip() {
    Broken broken = new Broken(log);
    try (Habits poor = Habits.of(broken).scheduler(household.behind).open();
        Recommender other = household.builder(stores, poor.features()).build()) {
      broken.isBroken = true;
      household.live(other, 5);
      household.behind.run();
      assertThat(poor.isTroubled()).isTrue();
      assertThat(poor.lag()).isPositive();
      assertThat(poor.people()).isZero();

      broken.isBroken = false;
      household.behind.run();
      assertThat(poor.isTroubled()).isFalse();
      assertThat(poor.lag()).isZero();
      assertThat(poor.people()).isPositive();
    }
  }

  /** A log that can be broken for those who read it. */
  private static final class Broken extends ForwardingEventLog {

    private final EventLog whole;
    private volatile boolean isBroken;

    Broken(EventLog whole) {
      this.whole = whole;
    }

    @Override
    protected EventLog log() {
      return whole;
    }

    @Override
    public List<Recorded> read(long after, int limit) {
      if (isBroken) {
        throw new IllegalStateException("the log must be readable but was not");
      }
      return super.read(after, limit);
    }
  }

  @Test
  void a_reader_that_is_far_behind_leaps() {
    EventLog busy = new InMemoryEventLog();
    try (Habits late = Habits.of(busy).scheduler(household.behind).open()) {
      busy.append(List.of(SampleEvents.decided(ADA, new TipId(0, 1))));
      household.behind.run();
      assertThat(late.people()).isOne();
      busy.append(LongStream.rangeClosed(0, Reading.FAR).mapToObj(HabitsTest::others).toList());
      assertThat(late.lag()).isEqualTo(Reading.FAR + 1);
      household.behind.run();
      assertThat(late.lag()).isZero();
      assertThat(late.people()).isZero();

      busy.append(List.of(SampleEvents.decided(ADA, new TipId(0, 2))));
      household.behind.run();
      assertThat(late.people()).isOne();
    }
  }

  private static Event others(long number) {
    return SampleEvents.decided(new UserId("other " + number), new TipId(1, number), 1);
  }

  @Test
  void columns_are_added_behind_those_that_are_there() {
    Features all = habits.features();

    assertThat(all.schema().width())
        .isEqualTo(
            Features.standard().schema().width()
                + Columns.OF_MOMENT.size()
                + Columns.OF_KIND.size());
    assertThat(all.schema().fingerprint())
        .isEqualTo(Habits.none().features().schema().fingerprint())
        .isNotEqualTo(Features.standard().schema().fingerprint());
  }

  @Test
  void nobody_in_memory_is_refused() {
    assertThatThrownBy(() -> Habits.of(log).people(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("people in memory must be at least 1 but was 0");
  }
}
