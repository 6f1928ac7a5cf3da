package net.alogins.oo.signal;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.SideEffect;

/**
 * The other systems that people have connected: kept in sync behind the path, and offered from
 * memory.
 *
 * <pre>{@code
 * Connections connections = Connections.to(todoist).keptIn(store, vault).open();
 * Recommender recommender =
 *     Recommender.from(connections.source("todoist"))
 *         .choosingWith(Policies.standard())
 *         .effect(connections.effect())
 *         .build();
 * }</pre>
 *
 * <p>Its methods may be called from any thread. A connection of somebody else is like one that is
 * not there.
 */
public final class Connections implements AutoCloseable {

  private final ConnectionStore store;
  private final TokenVault vault;
  private final Clock clock;
  private final Map<String, Connector> connectors;
  private final Mirror mirror;
  private final Workers workers;
  private final Syncs syncs;

  private Connections(Builder with) {
    store = with.store;
    vault = with.vault;
    clock = with.clock;
    connectors = with.connectors;
    mirror = new Mirror(store, with.mostPeople);
    workers = Workers.of(with.executor, with.scheduler);
    syncs = new Syncs(with, mirror, workers.executor(), workers.timer());
  }

  /** Connections to these systems; where they are kept is still to be said. */
  public static Unkept to(Connector connector, Connector... more) {
    Map<String, Connector> connectors = new LinkedHashMap<>();
    connectors.put(connector.name(), connector);
    Arrays.stream(more).forEach(next -> connectors.put(next.name(), next));
    if (connectors.size() <= more.length) {
      throw new IllegalArgumentException(
          "connectors must have different names but were " + connectors.keySet());
    }
    return (store, vault) -> new Builder(connectors, store, vault);
  }

  /** Connections that lack a place to be kept in. */
  @FunctionalInterface
  public interface Unkept {

    /** Where they are kept, and where their secrets are. */
    Builder keptIn(ConnectionStore store, TokenVault vault);
  }

  /** The names of the systems. */
  public Set<String> connectors() {
    return connectors.keySet();
  }

  /** The open tasks of one system: a look into memory. */
  public CandidateSource source(String connector) {
    return mirror.of(known(connector).name());
  }

  /** Completes tasks in the systems they came from, where their person has allowed it. */
  public SideEffect effect() {
    return new Outgoing(store, syncs);
  }

  /** How the connections of a person stand. */
  public List<Standing> of(UserId user) {
    return store.of(user);
  }

  /**
   * Connects a person to a system, and syncs it at once.
   *
   * @param target where the system is, or what in it is meant; empty where there is only one
   * @param mayWrite whether tasks may be completed there
   * @param secrets what lets it in
   * @throws IllegalArgumentException if there is no such system, or the person has as many
   *     connections as anybody may
   */
  public ConnectionId connect(
      UserId user, String connector, String target, boolean mayWrite, Secrets secrets) {
    Connection connection =
        new Connection(ConnectionId.random(), user, known(connector).name(), target, mayWrite);
    if (store.of(user).size() >= MOST_OF_A_PERSON) {
      throw new IllegalArgumentException(
          "connections of a person must be at most " + MOST_OF_A_PERSON);
    }
    store.add(connection);
    secrets.putInto(vault, connection);
    syncs.now(connection);
    return connection.id();
  }

  /** The most connections of one person. */
  public static final int MOST_OF_A_PERSON = 32;

  /** Lets a connection in again, with new secrets; whether there is one. */
  public boolean reconnect(UserId user, ConnectionId id, boolean mayWrite, Secrets secrets) {
    Optional<Connection> found = own(user, id);
    found.ifPresent(
        old -> {
          Connection now = new Connection(id, user, old.connector(), old.target(), mayWrite);
          secrets.putInto(vault, now);
          store.update(now);
          store.resume(id);
          syncs.now(now);
        });
    return found.isPresent();
  }

  /** Something has changed there, as a webhook says: it is synced soon. */
  public void wake(ConnectionId id) {
    syncs.wake(id);
  }

  /**
   * Ends a connection: what lets it in is revoked there, if that can be done, and forgotten here
   * with everything that it has brought.
   *
   * @return whether it was revoked there; empty if there is no such connection
   */
  public Optional<Boolean> disconnect(UserId user, ConnectionId id) throws InterruptedException {
    Optional<Connection> found = own(user, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    syncs.forget(id);
    boolean isRevoked = isRevoked(found.get());
    vault.remove(id);
    store.remove(id);
    mirror.changed(user);
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

  private Optional<Connection> own(UserId user, ConnectionId id) {
    return store
        .find(id)
        .map(Standing::connection)
        .filter(connection -> connection.user().equals(user));
  }

  private Connector known(String connector) {
    return Optional.ofNullable(connectors.get(connector))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "connector must be one of " + connectors.keySet() + " but was " + connector));
  }

  /** Ends every sync where it stands; the next process goes on there. Twice is fine. */
  @Override
  public void close() {
    syncs.end();
    workers.close();
  }

  /** What connections may be told. */
  public static final class Builder {

    private static final Duration LEAST_EVERY = Duration.ofSeconds(1);

    final Map<String, Connector> connectors;
    final ConnectionStore store;
    final TokenVault vault;
    Clock clock = Clock.systemUTC();
    Duration every = Duration.ofMinutes(5);
    int mostPeople = 1_000;
    RandomGenerator randomness = RandomGenerator.getDefault();
    Optional<ExecutorService> executor = Optional.empty();
    Optional<ScheduledExecutorService> scheduler = Optional.empty();

    private Builder(Map<String, Connector> connectors, ConnectionStore store, TokenVault vault) {
      this.connectors = connectors;
      this.store = store;
      this.vault = vault;
    }

    /** How long after a sync the next one begins at the latest; 5 minutes by default. */
    public Builder every(Duration newEvery) {
      if (newEvery.compareTo(LEAST_EVERY) < 0) {
        throw new IllegalArgumentException(
            "syncs must be at least " + LEAST_EVERY + " apart but were " + newEvery);
      }
      every = newEvery;
      return this;
    }

    /** Of how many people the open tasks are kept in memory; 1,000 by default. */
    public Builder peopleInMemory(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("people in memory must be 1 or more but was " + most);
      }
      mostPeople = most;
      return this;
    }

    /** The clock that says when something was synced. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** What waits are shortened by. */
    public Builder randomness(RandomGenerator newRandomness) {
      randomness = newRandomness;
      return this;
    }

    /** The threads that syncs run on, which remain the host's; our own by default. */
    public Builder executor(ExecutorService newExecutor) {
      executor = Optional.of(newExecutor);
      return this;
    }

    /** What calls syncs up when they are due, which remains the host's; our own by default. */
    public Builder scheduler(ScheduledExecutorService newScheduler) {
      scheduler = Optional.of(newScheduler);
      return this;
    }

    /** Opens them: every connection is synced from where it stands. */
    public Connections open() {
      Connections connections = new Connections(this);
      connections.syncs.begin();
      return connections;
    }
  }
}
