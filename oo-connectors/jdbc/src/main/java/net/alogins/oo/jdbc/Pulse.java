package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Asks a database four times a second, over a connection of its own, whether it is there. It is
 * away if it says nothing for a second, or cannot be connected to; who waits for a lock, or for a
 * long query, waits for one that is there.
 */
final class Pulse implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Classes of SQLSTATE: it cannot be connected to, or does not let anybody in just now. */
  private static final Set<String> AWAY = Set.of("08", "57");

  private final DataSource database;
  private final Outage outage;
  private final Watch watch;
  private volatile Optional<Connection> connection = Optional.empty();
  private volatile boolean isClosed;

  private Pulse(DataSource database, Outage outage) {
    this.database = database;
    this.outage = outage;
    this.watch = Watch.on("oo-postgres-pulse", PERIOD, this::beat);
  }

  /** Tells {@code outage} from now on whether {@code database} is there. */
  static Pulse of(DataSource database, Outage outage) {
    return new Pulse(database, outage);
  }

  private void beat() {
    long begun = System.nanoTime();
    boolean isThere = answers() || (System.nanoTime() - begun < PATIENCE.toNanos() && letsIn());
    if (isThere) {
      outage.end();
    } else if (!isClosed) {
      outage.begin();
    }
  }

  private boolean answers() {
    boolean isAnswered = connection.filter(Pulse::isAnswered).isPresent();
    if (!isAnswered) {
      drop();
    }
    return isAnswered;
  }

  private static boolean isAnswered(Connection connection) {
    try {
      return connection.isValid((int) PATIENCE.toSeconds());
    } catch (SQLException unasked) {
      return false;
    }
  }

  /** One that is full, or knows us no longer, is there. */
  private boolean letsIn() {
    try {
      connection = Optional.of(database.getConnection());
      return answers();
    } catch (SQLException failure) {
      String state = String.valueOf(failure.getSQLState());
      return AWAY.stream().noneMatch(state::startsWith);
    } finally {
      if (isClosed) {
        drop();
      }
    }
  }

  private void drop() {
    connection.ifPresent(Outage::abort);
    connection = Optional.empty();
  }

  @Override
  public void close() {
    isClosed = true;
    drop();
    watch.close();
  }
}
