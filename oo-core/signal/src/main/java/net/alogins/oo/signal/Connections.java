package net.alogins.oo.signal;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.EventLog;
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
  private final Permissions permissions;
  private final Followed followed;
  private final Custody custody;

  Connections(ConnectionsBuilder with) {
    store = with.store;
    vault = with.vault;
    clock = with.clock;
    connectors = with.connectors;
    mirror = new Mirror(store, clock, with.mostPeople);
    workers = Workers.of(with.executor, with.scheduler);
    permissions = new Permissions(clock, with.randomness);
    syncs = new Syncs(with, mirror, workers.executor(), workers.timer());
    followed = new Followed(connectors, store, syncs, workers);
    custody = new Custody(with, mirror, syncs);
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
    return (store, vault) -> new ConnectionsBuilder(connectors, store, vault);
  }

  /** Connections that lack a place to be kept in. */
  @FunctionalInterface
  public interface Unkept {

    /** Where they are kept, and where their secrets are. */
    ConnectionsBuilder keptIn(ConnectionStore store, TokenVault vault);
  }

  void begin() {
    syncs.begin();
  }

  /** The systems that can be connected. */
  public List<Connector> connectors() {
    return List.copyOf(connectors.values());
  }

  /** The open tasks of one system: a look into memory. */
  public CandidateSource source(String connector) {
    return mirror.of(known(connector).name());
  }

  /** Completes tasks in the systems they came from, where their person has allowed it. */
  public SideEffect effect() {
    return new Outgoing(connectors, store, mirror, syncs);
  }

  /** How the connections of a person stand. */
  public List<Standing> of(UserId user) {
    return store.of(user);
  }

  /** The most connections of one person. */
  public static final int MOST_OF_A_PERSON = 32;

  /**
   * Connects a person to a system, and syncs it at once. A connection that is there is left as it
   * is, so that this may be repeated.
   *
   * @return how it stands; empty if its id is somebody else's
   * @throws IllegalArgumentException if there is no such system
   * @throws TooManyConnectionsException if the person has as many connections as anybody may
   */
  public Optional<Standing> connect(Connection connection, Secrets secrets) {
    return connect(connection, () -> secrets);
  }

  /** The same with a system that is let in without a secret. */
  public Optional<Standing> connect(Connection connection) {
    return connect(connection, Secrets::none);
  }

  /** The same; only if the connection is new, {@code secrets} is asked for them, and once. */
  public Optional<Standing> connect(Connection connection, Supplier<Secrets> secrets) {
    known(connection.connector());
    return custody.begin(connection, secrets);
  }

  /**
   * Lets a connection in again, with new secrets. A sync that is under way with the old ones is
   * ended, and what comes of it is dropped.
   *
   * @return how it stands; empty if the person has no such connection
   */
  public Optional<Standing> reconnect(
      UserId user, ConnectionId id, boolean mayWrite, Secrets secrets) throws InterruptedException {
    return custody.renew(user, id, mayWrite, secrets);
  }

  /**
   * The page of the other system that asks its person for {@code connection}, which may be there
   * already; empty if that system has none.
   *
   * @throws IllegalArgumentException if there is no such system
   */
  public Optional<URI> ask(Connection connection) {
    return known(connection.connector())
        .permission()
        .map(permission -> permission.page(permissions.ask(connection), connection.mayWrite()));
  }

  /**
   * Connects, or reconnects, what {@code user} was sent away for.
   *
   * @param state what they came back with
   * @param code the same
   * @return how it stands; empty if they were not sent away with this state, or too long ago
   * @throws ConnectorException if the other system gives no secret for the code
   * @throws TooManyConnectionsException if the person has as many connections as anybody may
   */
  public Optional<Standing> redeem(UserId user, String state, String code)
      throws ConnectorException, InterruptedException {
    Optional<Connection> asked =
        permissions
            .take(state)
            .filter(connection -> connection.user().equals(user))
            .filter(connection -> custody.isFree(connection) || custody.holds(connection));
    Optional<Permission> permission =
        asked.flatMap(connection -> known(connection.connector()).permission());
    if (permission.isEmpty()) {
      return Optional.empty();
    }
    return let(asked.orElseThrow(), permission.get().redeem(code));
  }

  private Optional<Standing> let(Connection asked, Secrets secrets) throws InterruptedException {
    return custody.own(asked.user(), asked.id()).isPresent()
        ? reconnect(asked.user(), asked.id(), asked.mayWrite(), secrets)
        : connect(asked, secrets);
  }

  /** Something has changed there, as a webhook says: it is synced soon. */
  public void wake(ConnectionId id) {
    syncs.wake(id);
  }

  /**
   * Something has changed for {@code account}, as its system tells by itself: its connections are
   * synced soon, if there are any that are known by it.
   */
  public void wake(String connector, String account) {
    syncs.accounts().of(connector, account).forEach(syncs::wake);
  }

  /**
   * Wakes the connections of those who hear, whenever something has happened to their person, as
   * {@code log} has it; never on the thread on which it happens. Until these are closed.
   */
  public void follow(EventLog log) {
    followed.hear(log);
  }

  /**
   * Postpones tasks where they came from, where their person has allowed it and the system can:
   * what {@code log} says is put off until another day, and was due before it, is due on that day.
   *
   * @param end says the row of the log from which on; it is asked once for a log
   * @param zones where people's clocks hang
   */
  public void postponing(EventLog log, LongSupplier end, Function<UserId, ZoneId> zones) {
    followed.postpone(log, end, zones);
  }

  /**
   * How many rows those who follow a log here are behind it, by name; more than none for long, or
   * again and again, means that something fails there. For {@code OoPlugin.lags}.
   */
  public Map<String, Long> lags() {
    return followed.lags();
  }

  /**
   * Applies what the other system of a connection has sent by itself; durable when this returns.
   *
   * @param reading reads the message, once it is known to be of that system
   * @throws ConnectorException what {@code reading} throws
   */
  public Pushed push(ConnectionId id, String connector, Reading reading)
      throws ConnectorException, InterruptedException {
    Optional<Connection> found =
        store
            .find(id)
            .map(Standing::connection)
            .filter(connection -> connection.connector().equals(connector));
    if (found.isEmpty()) {
      return Pushed.UNKNOWN;
    }
    try (VaultAccess access = new VaultAccess(vault, found.get(), clock)) {
      Pushed pushed = store.push(id, reading.read(access), clock.instant());
      mirror.changed(found.get().user());
      return pushed;
    }
  }

  /**
   * Ends a connection: what lets it in is revoked there, if that can be done, and forgotten here
   * with everything that it has brought. A sync that is under way is ended first.
   *
   * @return whether it was revoked there; empty if there is no such connection
   */
  public Optional<Boolean> disconnect(UserId user, ConnectionId id) throws InterruptedException {
    return custody.end(user, id);
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
    followed.close();
    syncs.end();
    workers.close();
  }
}
