package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ScriptedPolicy;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is put off here until another day is due there on that day. */
@Timeout(60)
class PostponingTest extends Synced {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final String NAME = "connections-postpone";
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  private final Stores stores = Stores.inMemory();
  private Recommender recommender;
  private Candidate task = Candidate.of(LIST, "t2", "Task 2").due(TODAY);

  @BeforeEach
  void open() {
    recommender =
        Recommender.from(context -> List.of(task))
            .choosingWith(ScriptedPolicy.scoring(Map.of("t2", 1.0)))
            .stores(stores)
            .clock(clock)
            .build();
  }

  @AfterEach
  void end() {
    recommender.close();
  }

  private void follow(ZoneId zone) {
    connections.postponing(stores.log(), recommender.status()::seq, user -> zone);
  }

  private void snooze(Instant until) {
    Tip tip = recommender.tip(ADA).tip().orElseThrow();
    recommender.react(ADA, Reaction.snooze(tip.id(), until));
  }

  private void run() {
    sync();
    sync();
  }

  @Test
  void a_snooze_until_another_day_postpones_what_was_due_before_it() {
    connect();
    follow(ZoneId.of("UTC"));

    snooze(NOON.plus(Duration.ofDays(3)));
    run();

    assertThat(there.postponed("t2")).contains(TODAY.plusDays(3));
    assertThat(there.executed("t2")).isEqualTo(1);
    assertThat(there.open()).contains("t2");
  }

  @Test
  void a_day_is_one_where_the_person_is() {
    connect();
    follow(AUCKLAND);

    snooze(NOON.plus(Duration.ofHours(13)));
    run();

    assertThat(there.executed("t2")).as("tomorrow in Greenwich, today there").isZero();
  }

  @Test
  void a_snooze_until_later_today_changes_nothing_there() {
    connect();
    follow(ZoneId.of("UTC"));

    snooze(NOON.plus(Duration.ofHours(3)));
    run();

    assertThat(there.executed("t2")).isZero();
  }

  @Test
  void what_is_due_later_or_at_no_time_is_not_moved() {
    connect();
    follow(ZoneId.of("UTC"));
    task = Candidate.of(LIST, "t2", "Task 2").due(TODAY.plusDays(9));

    snooze(NOON.plus(Duration.ofDays(3)));
    run();

    assertThat(there.executed("t2")).isZero();
  }

  @Test
  void what_the_person_has_not_allowed_is_not_postponed() {
    connect(connections, there, false);
    run();
    follow(ZoneId.of("UTC"));

    snooze(NOON.plus(Duration.ofDays(3)));
    run();

    assertThat(there.executed("t2")).isZero();
  }

  @Test
  void what_fails_is_seen_and_tried_again_by_itself() {
    connect();
    AtomicBoolean isBroken = new AtomicBoolean(true);
    connections.postponing(
        stores.log(),
        recommender.status()::seq,
        user -> {
          if (isBroken.get()) {
            throw new IllegalStateException("the store is down");
          }
          return ZoneId.of("UTC");
        });
    snooze(NOON.plus(Duration.ofDays(3)));
    run();
    assertThat(there.executed("t2")).isZero();
    assertThat(connections.lags()).hasEntrySatisfying(NAME, lag -> assertThat(lag).isPositive());

    isBroken.set(false);
    run();

    assertThat(there.postponed("t2")).contains(TODAY.plusDays(3));
    assertThat(connections.lags()).containsEntry(NAME, 0L);
  }

  @Test
  void what_was_put_off_before_is_not_postponed_and_while_nobody_followed_is() {
    connect();
    snooze(NOON.plus(Duration.ofDays(3)));
    follow(ZoneId.of("UTC"));
    run();
    assertThat(there.executed("t2")).isZero();
    connections.close();

    clock.advance(Duration.ofDays(4));
    snooze(NOON.plus(Duration.ofDays(6)));
    connections = opened(there.connector());
    follow(ZoneId.of("UTC"));
    run();

    assertThat(there.postponed("t2")).contains(TODAY.plusDays(6));
    assertThat(there.executed("t2")).isEqualTo(1);
  }
}
