package net.alogins.oo.signal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * One sync of one connection: first what is to be done there, then everything that has changed,
 * answer by answer. Each answer is applied with its cursor, so that a sync that ends in the middle
 * is gone on with by the next.
 */
final class Sync {

  /** The most changes of one sync: a list without an end is none. */
  static final int MOST_CHANGES = 100_000;

  private static final int MOST_ANSWERS = 1_000;
  private static final int MOST_COMMANDS = 100;

  /** What could not be done for so long is not wanted any more. */
  private static final Duration OLDEST_COMMAND = Duration.ofDays(30);

  private static final Logger LOG = System.getLogger(Sync.class.getName());

  private final ConnectionStore store;
  private final Mirror mirror;
  private final Clock clock;
  private final Connector connector;
  private final Connection connection;

  Sync(
      ConnectionStore store,
      Mirror mirror,
      Clock clock,
      Connector connector,
      Connection connection) {
    this.store = store;
    this.mirror = mirror;
    this.clock = clock;
    this.connector = connector;
    this.connection = connection;
  }

  /**
   * Does it. Nothing is begun any more when it has taken longer than {@code longest}.
   *
   * @throws ConnectorException if the other system does not answer, or takes too long; what it
   *     answered before is applied
   */
  void run(VaultAccess access, Duration longest) throws ConnectorException, InterruptedException {
    long start = System.nanoTime();
    Pace pace = () -> requireTime(start, longest);
    for (Command command : store.commands(connection.id(), MOST_COMMANDS)) {
      execute(access, command);
      pace.require();
    }
    fetch(access, pace);
  }

  /** Whether there is time left. */
  @FunctionalInterface
  private interface Pace {

    /** Does nothing, unless there is none. */
    void require() throws ConnectorException;
  }

  private static void requireTime(long start, Duration longest) throws ConnectorException {
    if (System.nanoTime() - start > longest.toNanos()) {
      throw ConnectorException.unavailable("its sync must end within " + longest, Optional.empty());
    }
  }

  /** What is not understood, or not allowed, there never will be: it is given up, and said. */
  private void execute(VaultAccess access, Command command)
      throws ConnectorException, InterruptedException {
    try {
      if (command.at().plus(OLDEST_COMMAND).isBefore(clock.instant())) {
        throw ConnectorException.malformed("it was wanted too long ago");
      }
      if (!connection.mayWrite()) {
        throw ConnectorException.malformed("its person lets nothing be changed there any more");
      }
      connector.execute(access, command);
    } catch (ConnectorException failure) {
      if (failure.kind() != ConnectorException.Kind.MALFORMED) {
        throw failure;
      }
      LOG.log(
          Level.WARNING,
          "{0} cannot {1} a task of connection {2}: {3}",
          connector.name(),
          command.verb(),
          connection.id(),
          failure.getMessage());
    }
    access.change(() -> store.done(connection.id(), command.id()));
  }

  private void fetch(VaultAccess access, Pace pace)
      throws ConnectorException, InterruptedException {
    int changes = 0;
    for (int answers = 1; answers <= MOST_ANSWERS && changes <= MOST_CHANGES; answers++) {
      Fetch fetch = next(access);
      access.change(() -> store.apply(connection.id(), fetch, clock.instant()));
      mirror.changed(connection.user());
      if (fetch.isLast()) {
        return;
      }
      changes += fetch.changes().size();
      pace.require();
    }
    throw ConnectorException.malformed("its list has no end");
  }

  private Fetch next(VaultAccess access) throws ConnectorException, InterruptedException {
    Optional<Cursor> since = store.cursor(connection.id());
    try {
      return checked(connector.fetch(access, since), since);
    } catch (ConnectorException failure) {
      if (failure.kind() != ConnectorException.Kind.STALE || since.isEmpty()) {
        throw failure;
      }
      access.change(() -> store.startOver(connection.id()));
      return checked(connector.fetch(access, Optional.empty()), Optional.empty());
    }
  }

  private Fetch checked(Fetch fetch, Optional<Cursor> since) throws ConnectorException {
    if (!fetch.isLast() && since.equals(Optional.of(fetch.next()))) {
      throw ConnectorException.malformed("its list has no end");
    }
    if (since.isEmpty() && !fetch.startsOver()) {
      throw ConnectorException.malformed("it did not begin with a list of everything");
    }
    for (Change change : fetch.changes()) {
      if (change instanceof Change.Open open
          && !open.task().id().source().equals(connector.name())) {
        throw ConnectorException.malformed("its tasks are of another source");
      }
    }
    return fetch;
  }
}
