package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.ConnectorException.Kind;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * What every connector must do, asked of the other system as it really is or of a stand-in for it;
 * extend it and name your system. No case is left out: who claims less (see {@link Capability})
 * must do less, and what is pushed is mirrored as what is listed is.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ConnectorContract extends Mirroring {

  private static final Duration WAIT = Duration.ofSeconds(42);

  /** Made by a subclass. */
  protected ConnectorContract() {}

  @Test
  void without_a_cursor_it_lists_everything() throws Exception {
    added(3);

    Fetch first = connector.fetch(access, Optional.empty());
    sync(store);

    assertThat(first.startsOver()).isTrue();
    assertThat(keys(store)).isEqualTo(there.open()).hasSize(3);
  }

  @Test
  void tasks_are_listed_or_pushed_and_never_both() throws Exception {
    added(2);

    Fetch first = connector.fetch(access, Optional.empty());

    assertThat(first.changes().isEmpty()).isEqualTo(connector.isPushed());
    assertThat(there.pushed().isEmpty()).isNotEqualTo(connector.isPushed());
  }

  @Test
  void its_tasks_bear_its_name() throws Exception {
    added(2);
    sync(store);

    assertThat(store.open(ADA)).hasSize(2).allMatch(t -> t.id().source().equals(connector.name()));
    assertThat(connector.name()).matches("[a-z0-9-]{1,32}");
  }

  @Test
  void an_empty_system_has_nothing() throws Exception {
    sync(store);

    assertThat(store.open(ADA)).isEmpty();
  }

  @Test
  void a_long_list_comes_in_full() throws Exception {
    added(MANY);
    sync(store);

    assertThat(keys(store)).isEqualTo(there.open()).hasSize(MANY);
  }

  @Test
  void what_changes_is_told_from_the_cursor_on() throws Exception {
    List<String> keys = added(3);
    sync(store);
    String later = there.add("Later");
    there.rename(keys.get(1), "Renamed");

    sync(store);

    assertThat(keys(store)).contains(later).hasSize(4);
    assertThat(title(store, keys.get(1))).contains("Renamed");
  }

  @Test
  void what_is_completed_or_deleted_is_gone() throws Exception {
    List<String> keys = added(4);
    sync(store);
    there.complete(keys.get(0));
    there.delete(keys.get(3));

    sync(store);

    assertThat(keys(store))
        .isEqualTo(there.open())
        .containsExactlyInAnyOrder(keys.get(1), keys.get(2));
  }

  @Test
  void when_nothing_changes_nothing_changes_here() throws Exception {
    added(3);
    sync(store);
    List<Candidate> before = store.open(ADA);

    sync(store);
    sync(store);

    assertThat(store.open(ADA)).isEqualTo(before);
  }

  @Test
  void the_same_cursor_may_be_asked_again() throws Exception {
    List<String> keys = added(MANY);
    connector.fetch(access, Optional.empty());
    step(store);
    there.complete(keys.get(7));
    connector.fetch(access, store.cursor(connection.id()));
    connector.fetch(access, store.cursor(connection.id()));

    sync(store);

    assertThat(keys(store)).isEqualTo(there.open());
  }

  @Test
  void a_sync_that_broke_off_anywhere_is_gone_on_with() throws Exception {
    List<String> keys = added(MANY);
    for (int answers = 0; answers < 6; answers++) {
      ConnectionStore broken = empty();
      for (int i = 0; i < answers; i++) {
        step(broken);
      }
      there.complete(keys.get(answers));
      there.rename(keys.get(100 + answers), "Renamed " + answers);
      there.add("Added " + answers);
      sync(broken);
      sync(broken);

      ConnectionStore clean = empty();
      sync(clean);
      assertThat(keys(broken)).as("after %d answers", answers).isEqualTo(keys(clean));
      assertThat(keys(broken)).isEqualTo(there.open());
      assertThat(broken.open(ADA)).hasSameElementsAs(clean.open(ADA));
    }
  }

  @Test
  void cursors_that_are_not_known_any_more_lead_to_a_list_of_everything() throws Exception {
    List<String> keys = added(5);
    sync(store);
    there.delete(keys.get(0));
    String later = there.add("Later");
    there.forgetCursors();

    sync(store);

    assertThat(keys(store)).isEqualTo(there.open()).contains(later).hasSize(5);
  }

  @Test
  void being_asked_to_wait_is_told() throws Exception {
    added(1);
    there.throttle(WAIT);

    Optional<ConnectorException> failure = failure();

    boolean throttles = can(Capability.THROTTLES);
    assertThat(failure.map(ConnectorException::kind))
        .isEqualTo(Optional.of(Kind.THROTTLED).filter(any -> throttles));
    assertThat(failure.flatMap(ConnectorException::after))
        .isEqualTo(Optional.of(WAIT).filter(any -> throttles));
    there.heal();
    sync(store);
    assertThat(keys(store)).isEqualTo(there.open());
  }

  @Test
  void not_being_let_in_is_told() {
    added(1);
    there.revoke();

    assertThat(trouble())
        .isEqualTo(Optional.of(Kind.REVOKED).filter(any -> can(Capability.REFUSES)));
  }

  /** What somebody hears of a system that is away. */
  private Optional<Kind> away() {
    return Optional.of(Kind.UNAVAILABLE).filter(any -> can(Capability.FAILS));
  }

  @Test
  void being_down_is_told() throws Exception {
    added(1);
    there.breakDown();

    assertThat(trouble()).isEqualTo(away());
    there.heal();
    sync(store);
    assertThat(keys(store)).hasSize(1);
  }

  @Test
  void nonsense_is_told() {
    added(1);
    there.babble();

    assertThat(trouble())
        .isEqualTo(Optional.of(Kind.MALFORMED).filter(any -> can(Capability.ANSWERS)));
  }

  @Test
  void what_is_known_stands_while_something_is_wrong() throws Exception {
    added(3);
    sync(store);
    there.breakDown();
    assertThat(trouble()).isEqualTo(away());

    assertThat(store.open(ADA)).hasSize(3);
  }

  @Test
  void a_command_is_carried_out_once_however_often_it_is_given() throws Exception {
    List<String> keys = added(2);
    sync(store);
    Command done = command(Command.Verb.COMPLETE, keys.get(0), 1);

    connector.execute(access, done);
    connector.execute(access, done);

    boolean writes = can(Capability.WRITES);
    assertThat(there.open())
        .containsExactlyInAnyOrderElementsOf(writes ? keys.subList(1, 2) : keys);
    assertThat(there.executed(keys.get(0))).isEqualTo(writes ? 1 : 0);
    sync(store);
    assertThat(keys(store)).isEqualTo(there.open());
  }

  @Test
  void what_was_completed_can_be_reopened() throws Exception {
    String key = added(1).get(0);
    connector.execute(access, command(Command.Verb.COMPLETE, key, 1));
    sync(store);

    connector.execute(access, command(Command.Verb.REOPEN, key, 2));
    sync(store);

    assertThat(there.open()).containsExactly(key);
    assertThat(keys(store)).containsExactly(key);
  }

  @Test
  void a_command_for_a_task_that_is_gone_is_left_alone() throws Exception {
    String key = added(1).get(0);
    sync(store);
    there.delete(key);

    connector.execute(access, command(Command.Verb.COMPLETE, key, 1));

    assertThat(there.executed(key)).isZero();
  }

  @Test
  void a_secret_is_in_no_message() throws Exception {
    String secret = access.secret(Secret.ACCESS);
    added(1);
    for (Runnable wrong :
        List.<Runnable>of(there::revoke, there::breakDown, there::babble, this::throttle)) {
      there.heal();
      wrong.run();
      Optional<Throwable> cause = failure().map(any -> any);
      for (; cause.isPresent(); cause = cause.map(Throwable::getCause)) {
        assertThat(String.valueOf(cause.get())).doesNotContain(secret);
      }
    }
  }

  private void throttle() {
    there.throttle(WAIT);
  }
}
