package net.alogins.oo.signal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** When which connection is synced, and what comes of it. */
final class Syncs {

  private static final int MOST_OF_A_CONNECTOR = 4;

  /** What a burst of wake-up calls is gathered for. */
  private static final Duration GATHERING = Duration.ofSeconds(1);

  /** After how long a sync for which there was no thread is tried again, at the latest. */
  private static final Duration CROWDED = Duration.ofSeconds(10);

  private static final Logger LOG = System.getLogger(Syncs.class.getName());

  private final ConnectionStore store;
  private final TokenVault vault;
  private final Mirror mirror;
  private final Clock clock;
  private final Backoff backoff;
  private final Duration every;
  private final Duration longest;
  private final ScheduledExecutorService timer;
  private final Accounts accounts;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final Map<ConnectionId, ScheduledFuture<?>> due = new ConcurrentHashMap<>();

  /** The connections that this process has begun to sync at some time. */
  private final Set<ConnectionId> taken = ConcurrentHashMap.newKeySet();

  /** Those of which nothing has been told: if another process has synced them, that will do. */
  private final Set<ConnectionId> idle = ConcurrentHashMap.newKeySet();

  private volatile boolean isOver;

  Syncs(ConnectionsBuilder with, Mirror mirror, Executor workers, ScheduledExecutorService timer) {
    this.store = with.store;
    this.vault = with.vault;
    this.mirror = mirror;
    this.clock = with.clock;
    this.backoff = new Backoff(with.randomness);
    this.every = with.every;
    this.timer = timer;
    this.accounts = new Accounts(with.telling);
    this.longest = with.longestSync;
    with.connectors.forEach((name, connector) -> lanes.put(name, lane(connector, workers)));
  }

  /** Who finds no thread comes again a little later. */
  private Lane lane(Connector connector, Executor workers) {
    return new Lane(
        MOST_OF_A_CONNECTOR,
        workers,
        (id, turn) -> sync(connector, id, turn),
        id -> in(backoff.lessByChance(CROWDED), connector.name(), id));
  }

  /**
   * Takes up every connection where the last process left it; and now and then those that other
   * processes have made.
   */
  void begin() {
    takeUp();
    if (store.isShared()) {
      ScheduledFuture<?> unused =
          timer.scheduleWithFixedDelay(
              this::takeUpNew, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void takeUpNew() {
    try {
      takeUp();
    } catch (RuntimeException away) {
      LOG.log(Level.DEBUG, "what others have connected is taken up later", away);
    }
  }

  private void takeUp() {
    store.all().stream()
        .filter(standing -> standing.state() != Standing.State.RECONNECT)
        .filter(standing -> taken.add(standing.connection().id()))
        .forEach(standing -> in(firstWait(standing), standing.connection()));
  }

  private Duration firstWait(Standing standing) {
    return standing
        .retry()
        .map(retry -> Duration.between(clock.instant(), retry))
        .filter(wait -> !wait.isNegative())
        .orElse(Duration.ZERO);
  }

  /** Whose the connections are. */
  Accounts accounts() {
    return accounts;
  }

  /** Syncs it now. */
  void now(Connection connection) {
    forget(connection.id());
    taken.add(connection.id());
    in(Duration.ZERO, connection);
  }

  /** What {@code change} makes while {@code connection} is not synced, by whatever was before. */
  <T> T instead(Connection connection, Lane.Change<T> change) throws InterruptedException {
    Lane lane = lanes.get(connection.connector());
    return lane == null ? change.make() : lane.instead(connection.id(), change);
  }

  /** Syncs {@code id} soon, unless it is troubled and waits anyway. */
  void wake(ConnectionId id) {
    store
        .find(id)
        .filter(standing -> standing.state() == Standing.State.ACTIVE)
        .map(Standing::connection)
        .ifPresent(this::soon);
  }

  private synchronized void soon(Connection connection) {
    ScheduledFuture<?> next = due.get(connection.id());
    boolean isSoon = next != null && next.getDelay(TimeUnit.NANOSECONDS) <= GATHERING.toNanos();
    if (!isSoon) {
      idle.remove(connection.id());
      in(GATHERING, connection);
    }
  }

  void forget(ConnectionId id) {
    backoff.forget(id);
    accounts.forget(id);
    idle.remove(id);
    taken.remove(id);
    Optional.ofNullable(due.remove(id)).ifPresent(old -> old.cancel(false));
  }

  /** Begins none any more. */
  void end() {
    isOver = true;
    lanes.values().forEach(Lane::end);
    due.values().forEach(next -> next.cancel(false));
  }

  /** After a sync; whoever was woken meanwhile stays so. */
  private synchronized void later(Connection connection) {
    if (!due.containsKey(connection.id())) {
      idle.add(connection.id());
      in(backoff.lessByChance(every), connection);
    }
  }

  private void in(Duration wait, Connection connection) {
    in(wait, connection.connector(), connection.id());
  }

  /** A connection whose connector is not here waits for a process that has it. */
  private synchronized void in(Duration wait, String connector, ConnectionId id) {
    Lane lane = lanes.get(connector);
    if (lane == null || isOver) {
      return;
    }
    AtomicReference<ScheduledFuture<?>> own = new AtomicReference<>();
    own.set(timer.schedule(() -> begin(lane, id, own), wait.toNanos(), TimeUnit.NANOSECONDS));
    Optional.ofNullable(due.put(id, own.get())).ifPresent(old -> old.cancel(false));
  }

  /** Nothing is due any more before its sync can end: what ends finds out what comes next. */
  private void begin(Lane lane, ConnectionId id, AtomicReference<ScheduledFuture<?>> own) {
    synchronized (this) {
      due.remove(id, own.get());
    }
    lane.add(id);
  }

  /** Whether another process has synced it just now, and nothing has been told of it since. */
  private boolean isDoneElsewhere(Standing standing) {
    return idle.remove(standing.connection().id()) && store.isShared() && isFresh(standing);
  }

  private boolean isFresh(Standing standing) {
    return standing.state() == Standing.State.ACTIVE
        && standing
            .synced()
            .filter(at -> at.plus(every.dividedBy(2)).isAfter(clock.instant()))
            .isPresent();
  }

  private void sync(Connector connector, ConnectionId id, Turn turn) {
    try {
      Optional<Standing> found = store.find(id);
      if (found.isEmpty() || found.get().state() == Standing.State.RECONNECT) {
        forget(id);
      } else if (isDoneElsewhere(found.get())) {
        turn.change(() -> later(found.get().connection()));
      } else {
        sync(connector, found.get().connection(), turn);
        forgetIfGone(id);
      }
    } catch (InterruptedException | RejectedExecutionException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      turn.change(() -> broken(connector, id, broken));
    }
  }

  private void sync(Connector connector, Connection connection, Turn turn)
      throws InterruptedException {
    try (VaultAccess access = new VaultAccess(vault, connection, clock, turn)) {
      accounts.learn(connector, access);
      new Sync(store, mirror, clock, connector, connection).run(access, longest);
      backoff.forget(connection.id());
      later(connection);
    } catch (ConnectorException failure) {
      turn.change(() -> failed(connection, failure));
    } catch (VaultException lost) {
      turn.change(() -> lost(connection, lost));
    }
  }

  private void lost(Connection connection, VaultException lost) {
    LOG.log(Level.ERROR, "connection {0}: {1}", connection.id(), lost.getMessage());
    failed(connection, ConnectorException.revoked("its secret cannot be read"));
  }

  /** Somebody may have disconnected while a new secret was on its way into the vault. */
  void forgetIfGone(ConnectionId id) {
    if (store.find(id).isEmpty()) {
      forget(id);
      vault.remove(id);
    }
  }

  private void failed(Connection connection, ConnectorException failure) {
    ConnectionId id = connection.id();
    LOG.log(Level.INFO, "connection {0}: {1}, {2}", id, failure.kind(), failure.getMessage());
    if (failure.kind() == ConnectorException.Kind.REVOKED) {
      store.fail(id, failure.kind(), Optional.empty());
      forget(id);
      return;
    }
    Duration wait = backoff.after(id, failure);
    in(wait, connection);
    store.fail(id, failure.kind(), Optional.of(clock.instant().plus(wait)));
  }

  /** What nobody expected is said without its words, which may hold a person's. */
  private void broken(Connector connector, ConnectionId id, RuntimeException broken) {
    LOG.log(Level.WARNING, "connection {0}: its sync broke, {1}", id, broken.getClass().getName());
    LOG.log(Level.DEBUG, "its sync broke", broken);
    Duration wait = backoff.after(id, ConnectorException.malformed("its sync broke"));
    in(wait, connector.name(), id);
    store.fail(id, ConnectorException.Kind.MALFORMED, Optional.of(clock.instant().plus(wait)));
  }
}
