package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Systems tell by themselves for whom something has changed, in their own words. */
@Timeout(60)
class AccountsTest extends Synced {

  private final Named named = new Named(there.connector());
  private Connections telling;

  /** The scripted system, which names its people. */
  private static final class Named implements Connector {

    private final Connector scripted;
    private int asked;
    private boolean isDown;

    Named(Connector scripted) {
      this.scripted = scripted;
    }

    @Override
    public String name() {
      return scripted.name();
    }

    @Override
    public Fetch fetch(Access access, Optional<Cursor> since)
        throws ConnectorException, InterruptedException {
      return scripted.fetch(access, since);
    }

    @Override
    public Optional<String> account(Access access) throws ConnectorException {
      asked++;
      if (isDown) {
        throw ConnectorException.unavailable("it is down", Optional.empty());
      }
      return Optional.of("7");
    }
  }

  @BeforeEach
  void open() {
    telling = telling(Set.of(LIST));
  }

  @AfterEach
  void end() {
    telling.close();
  }

  private Connections telling(Set<String> connectors) {
    return Connections.to(named)
        .keptIn(store, vault)
        .clock(clock)
        .scheduler(scheduler)
        .executor(scheduler)
        .telling(connectors)
        .open();
  }

  @Test
  void whose_a_connection_is_is_asked_once() {
    ConnectionId id = connect(telling, there, true);
    sync();
    telling.wake(id);
    sync();

    assertThat(named.asked).isEqualTo(1);
  }

  @Test
  void who_is_not_told_asks_nobody() {
    try (Connections quiet = telling(Set.of())) {
      connect(quiet, there, true);
      sync();
    }

    assertThat(named.asked).isZero();
  }

  @Test
  void a_system_that_does_not_say_is_asked_before_the_next_sync() {
    named.isDown = true;
    ConnectionId id = connect(telling, there, true);
    sync();
    assertThat(standing(id).trouble()).isEmpty();
    named.isDown = false;
    telling.wake(id);
    sync();

    assertThat(named.asked).isEqualTo(2);
  }

  /** The sync that is about to end does not put the next one off. */
  @Test
  void who_is_woken_while_it_is_synced_is_synced_again() {
    ConnectionId id = connect(telling, there, true);
    there.beforeAnswer(() -> telling.wake(id));
    sync();
    there.beforeAnswer(() -> {});
    int asked = there.asked();

    sync();

    assertThat(there.asked()).isGreaterThan(asked);
  }
}
