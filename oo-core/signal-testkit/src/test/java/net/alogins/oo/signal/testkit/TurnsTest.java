package net.alogins.oo.signal.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who connects again or disconnects has the last word, also while a sync is under way. */
@Timeout(60)
class TurnsTest extends Synced {

  private final List<String> happened = new CopyOnWriteArrayList<>();
  private final ConnectionId id = ConnectionId.random();

  /** A fetch, in the words of a test. */
  @FunctionalInterface
  private interface Fetching {
    Fetch fetch(Access access) throws ConnectorException, InterruptedException;
  }

  /** A system that does as the test says when it is asked, and says when it is left. */
  private record Doing(Fetching fetching, List<String> happened) implements Connector {

    @Override
    public String name() {
      return LIST;
    }

    @Override
    public Fetch fetch(Access access, Optional<Cursor> since)
        throws ConnectorException, InterruptedException {
      return fetching.fetch(access);
    }

    @Override
    public void revoke(Access access) {
      happened.add("revoked");
    }
  }

  private static Fetch nothing() {
    return Fetch.everything(List.of()).then(new Cursor("1"));
  }

  private void syncing(Fetching fetching) {
    connections.close();
    connections = opened(new Doing(fetching, happened));
    connect(connections);
    sync();
  }

  private void connect(Connections to) {
    to.connect(new Connection(id, ADA, LIST, "", true), Secrets.of("old"));
  }

  private void reconnect() throws InterruptedException {
    connections.reconnect(ADA, id, true, Secrets.of("new"));
  }

  private Optional<String> token() throws Exception {
    return vault.use(new Slot(ADA, LIST, id, Secret.ACCESS), secret -> new String(secret, UTF_8));
  }

  @Test
  void what_an_old_token_fails_of_is_not_held_against_a_new_one() {
    syncing(
        access -> {
          reconnect();
          throw ConnectorException.revoked("the old one is not valid");
        });

    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(standing(id).trouble()).isEmpty();
  }

  @Test
  void what_is_handed_out_for_an_old_token_does_not_take_the_place_of_a_new_one() throws Exception {
    syncing(
        access -> {
          reconnect();
          access.replace(Secret.ACCESS, "refreshed".getBytes(UTF_8));
          return nothing();
        });

    assertThat(token()).contains("new");
  }

  @Test
  void what_an_old_token_was_told_is_not_taken_for_what_a_new_one_is() {
    syncing(
        access -> {
          reconnect();
          return nothing();
        });

    assertThat(store.cursor(id)).isEmpty();
  }

  @Test
  void a_new_token_is_synced_with_after_the_old_one_has_ended() throws Exception {
    syncing(
        access -> {
          happened.add(access.with(Secret.ACCESS, secret -> new String(secret, UTF_8)));
          if (happened.size() == 1) {
            reconnect();
          }
          return nothing();
        });
    sync();

    assertThat(happened).containsExactly("old", "new");
    assertThat(standing(id).synced()).contains(NOON);
  }

  @Test
  void a_sync_that_hangs_is_ended_before_what_lets_it_in_is_revoked() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Doing hanging =
        new Doing(
            access -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                happened.add("ended");
              }
              return nothing();
            },
            happened);
    try (Connections own = Connections.to(hanging).keptIn(store, vault).open()) {
      connect(own);
      asked.await();

      assertThat(own.disconnect(ADA, id)).contains(true);
    }

    assertThat(happened).containsExactly("ended", "revoked");
    assertThat(store.all()).isEmpty();
    assertThat(vault.size()).isZero();
  }
}
