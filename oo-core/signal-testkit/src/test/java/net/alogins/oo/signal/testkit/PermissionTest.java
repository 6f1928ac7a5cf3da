package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People are sent to the other system's own page. */
@Timeout(60)
class PermissionTest extends Synced {

  private static String state(URI page) {
    return page.getQuery().replaceFirst(".*state=([^&]*).*", "$1");
  }

  private Connection asked(ConnectionId id) {
    return new Connection(id, ADA, LIST, "", true);
  }

  @Test
  void who_is_sent_away_and_comes_back_is_connected() throws Exception {
    URI page = connections.ask(asked(ConnectionId.random())).orElseThrow();
    assertThat(page.toString()).startsWith("https://list.example/permit?write=true&state=");

    assertThat(connections.redeem(ADA, state(page), "good")).isPresent();
    assertThat(connections.redeem(ADA, state(page), "good")).isEmpty();
    sync();

    assertThat(offered(ADA)).hasSize(25);
    assertThat(connections.of(ADA)).hasSize(1);
  }

  @Test
  void who_is_sent_away_for_a_connection_that_is_there_lets_it_in_again() throws Exception {
    ConnectionId id = connect();
    vault.remove(id);
    sync();
    assertThat(standing(id).state()).isEqualTo(Standing.State.RECONNECT);

    URI page = connections.ask(asked(id)).orElseThrow();
    assertThat(connections.redeem(ADA, state(page), "good")).isPresent();
    sync();

    assertThat(connections.of(ADA)).hasSize(1);
    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
  }

  /** Between, the connection has ended, and its id is another system's. */
  @Test
  void a_permission_of_one_system_lets_no_other_in() throws Exception {
    ConnectionId id = connect();
    URI page = connections.ask(asked(id)).orElseThrow();
    connections.disconnect(ADA, id);
    store.add(new Connection(id, ADA, "other", "", true));

    assertThat(connections.redeem(ADA, state(page), "good")).isEmpty();

    assertThat(standing(id).connection().connector()).isEqualTo("other");
    assertThat(vault.size()).isZero();
  }

  @Test
  void nobody_comes_back_in_the_place_of_another() throws Exception {
    URI page = connections.ask(asked(ConnectionId.random())).orElseThrow();

    assertThat(connections.redeem(BOB, state(page), "good")).isEmpty();
    assertThat(connections.redeem(ADA, "guessed", "good")).isEmpty();
    assertThat(connections.of(ADA)).isEmpty();
    assertThat(connections.of(BOB)).isEmpty();
  }

  @Test
  void who_comes_back_too_late_or_with_a_bad_code_is_not_connected() {
    URI early = connections.ask(asked(ConnectionId.random())).orElseThrow();
    assertThatThrownBy(() -> connections.redeem(ADA, state(early), "bad"))
        .isInstanceOf(ConnectorException.class);
    URI page = connections.ask(asked(ConnectionId.random())).orElseThrow();
    clock.advance(Duration.ofMinutes(16));

    tell(() -> assertThat(connections.redeem(ADA, state(page), "good")).isEmpty());
    assertThat(connections.of(ADA)).isEmpty();
  }
}
