package net.alogins.oo.signal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.alogins.oo.id.UserId;

/** What lets connections in, while people connect, connect again and disconnect. */
final class Custody {

  private final Map<String, Connector> connectors;
  private final ConnectionStore store;
  private final TokenVault vault;
  private final Clock clock;
  private final Mirror mirror;
  private final Syncs syncs;

  Custody(ConnectionsBuilder with, Mirror mirror, Syncs syncs) {
    this.connectors = with.connectors;
    this.store = with.store;
    this.vault = with.vault;
    this.clock = with.clock;
    this.mirror = mirror;
    this.syncs = syncs;
  }

  Optional<Standing> own(UserId user, ConnectionId id) {
    return store.find(id).filter(standing -> standing.connection().user().equals(user));
  }

  /** Whether nobody has a connection of this id. */
  boolean isFree(Connection connection) {
    return store.find(connection.id()).isEmpty();
  }

  /** Whether the person has this connection, and to this system. */
  boolean holds(Connection connection) {
    return own(connection.user(), connection.id())
        .filter(there -> there.connection().connector().equals(connection.connector()))
        .isPresent();
  }

  /**
   * One that is there is left as it is, and its secrets are not asked for. A new one is there once
   * its secrets are, and one at a time, so that nobody finds it without them.
   */
  synchronized Optional<Standing> begin(Connection connection, Supplier<Secrets> secrets) {
    if (isFree(connection)) {
      if (store.of(connection.user()).size() >= Connections.MOST_OF_A_PERSON) {
        throw new TooManyConnectionsException();
      }
      keep(connection, secrets.get());
      syncs.now(connection);
    }
    return own(connection.user(), connection.id());
  }

  /** Both or neither. */
  private void keep(Connection connection, Secrets secrets) {
    try {
      secrets.putInto(vault, connection);
      store.add(connection);
    } catch (RuntimeException failed) {
      syncs.forgetIfGone(connection.id());
      throw failed;
    }
  }

  /** A sync that is under way with the old secrets has no say in it. */
  Optional<Standing> renew(UserId user, ConnectionId id, boolean mayWrite, Secrets secrets)
      throws InterruptedException {
    Optional<Connection> found = own(user, id).map(Standing::connection);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Connection old = found.get();
    Connection now = new Connection(id, user, old.connector(), old.target(), mayWrite);
    return syncs.instead(now, () -> renewed(now, secrets));
  }

  private Optional<Standing> renewed(Connection now, Secrets secrets) {
    if (holds(now)) {
      secrets.putInto(vault, now);
      store.update(now);
      store.resume(now.id());
      syncs.now(now);
    }
    return own(now.user(), now.id());
  }

  /** Whether it was revoked there; a sync that is under way is ended first. */
  Optional<Boolean> end(UserId user, ConnectionId id) throws InterruptedException {
    Optional<Connection> found = own(user, id).map(Standing::connection);
    return found.isEmpty()
        ? Optional.empty()
        : syncs.instead(found.get(), () -> ended(found.get()));
  }

  /** The secrets go first: a connection that has none waits for its person, and can be ended. */
  private Optional<Boolean> ended(Connection connection) throws InterruptedException {
    if (!holds(connection)) {
      return Optional.empty();
    }
    syncs.forget(connection.id());
    boolean isRevoked = isRevoked(connection);
    vault.remove(connection.id());
    store.remove(connection.id());
    mirror.changed(connection.user());
    return Optional.of(isRevoked);
  }

  private boolean isRevoked(Connection connection) throws InterruptedException {
    Connector connector = connectors.get(connection.connector());
    if (connector == null) {
      return false;
    }
    try (VaultAccess access = new VaultAccess(vault, connection, clock)) {
      connector.revoke(access);
      return true;
    } catch (ConnectorException | VaultException failure) {
      return false;
    }
  }
}
