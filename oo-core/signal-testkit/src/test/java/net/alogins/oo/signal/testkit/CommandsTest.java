package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done here is done there. */
@Timeout(60)
class CommandsTest extends Synced {

  @Test
  void what_is_done_here_is_done_there() {
    connect();
    Completion done = completion("t2");

    assertThat(connections.effect().name()).isEqualTo("connections");
    tell(() -> connections.effect().completed(done));
    tell(() -> connections.effect().completed(done));
    sync();
    assertThat(there.open()).doesNotContain("t2").hasSize(24);
    assertThat(there.executed("t2")).isEqualTo(1);

    tell(() -> connections.effect().reopened(done));
    sync();
    assertThat(there.open()).contains("t2");
  }

  private static Completion completion(String key) {
    return new Completion(ADA, new CandidateId(LIST, key), new TipId(1, 2), NOON);
  }

  @Test
  void what_the_person_has_not_allowed_is_not_done() {
    connect(connections, there, false);
    sync();
    tell(() -> connections.effect().completed(completion("t2")));
    sync();

    assertThat(there.open()).contains("t2");
  }

  @Test
  void what_waits_is_not_done_once_the_person_allows_it_no_more() throws Exception {
    ConnectionId id = connect();
    there.breakDown();
    sync();
    tell(() -> connections.effect().completed(completion("t2")));
    there.heal();
    connections.reconnect(ADA, id, false, there.secrets());
    sync();

    assertThat(there.open()).contains("t2");
    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(store.commands(id, 1)).isEmpty();
  }

  @Test
  void what_waited_for_too_long_is_not_done_any_more() {
    ConnectionId id = connect();
    there.breakDown();
    sync();
    tell(() -> connections.effect().completed(completion("t2")));
    clock.advance(Duration.ofDays(31));
    there.heal();
    sync();

    assertThat(there.open()).contains("t2");
    assertThat(store.commands(id, 1)).isEmpty();
    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
  }

  @Test
  void what_is_done_while_it_is_down_is_done_later() {
    connect();
    there.breakDown();
    sync();
    tell(() -> connections.effect().completed(completion("t2")));
    sync();
    assertThat(there.open()).contains("t2");

    there.heal();
    sync();

    assertThat(there.open()).doesNotContain("t2");
  }
}
