package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.Standing;
import net.alogins.oo.signal.TokenVault;
import net.alogins.oo.signal.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection and what lets it in are there together. */
@Timeout(60)
class ConnectingTest extends Synced {

  private final Connection adas = new Connection(new ConnectionId("one"), ADA, LIST, "", true);
  private final List<String> taken = new CopyOnWriteArrayList<>();

  /** A vault that fails as long as it is full. */
  private final class Filling implements TokenVault {

    private boolean isFull = true;

    @Override
    public void put(Slot slot, byte[] secret) {
      if (isFull) {
        throw new VaultException("the disk is full");
      }
      vault.put(slot, secret);
    }

    @Override
    public <T> Optional<T> use(Slot slot, Use<T> use)
        throws ConnectorException, InterruptedException {
      return vault.use(slot, use);
    }

    @Override
    public void remove(ConnectionId connection) {
      vault.remove(connection);
    }
  }

  @Test
  void a_connection_whose_secret_cannot_be_kept_is_not_there_and_can_be_made_again() {
    Filling filling = new Filling();
    try (Connections own =
        Connections.to(there.connector())
            .keptIn(store, filling)
            .clock(clock)
            .scheduler(scheduler)
            .executor(scheduler)
            .open()) {
      assertThatThrownBy(() -> own.connect(adas, there.secrets()))
          .isInstanceOf(VaultException.class);
      assertThat(store.all()).isEmpty();

      filling.isFull = false;
      assertThat(own.connect(adas, there.secrets())).isPresent();
      sync();
    }

    assertThat(standing(adas.id()).synced()).contains(NOON);
  }

  /** The second comes while the first is about to keep its secret. */
  @Test
  void two_who_connect_with_the_same_id_at_once_are_one() throws Exception {
    FutureTask<Optional<Standing>> second =
        new FutureTask<>(() -> connections.connect(adas, () -> taken("second")));
    Thread other = new Thread(second);

    Optional<Standing> first =
        connections.connect(
            adas,
            () -> {
              other.start();
              await().until(() -> isOver(other));
              return taken("first");
            });

    assertThat(second.get()).isEqualTo(first).isPresent();
    assertThat(taken).containsExactly("first");
    sync();
    assertThat(standing(adas.id()).synced()).contains(NOON);
  }

  private static boolean isOver(Thread thread) {
    return thread.getState() == Thread.State.BLOCKED || !thread.isAlive();
  }

  private Secrets taken(String by) {
    taken.add(by);
    return there.secrets();
  }
}
