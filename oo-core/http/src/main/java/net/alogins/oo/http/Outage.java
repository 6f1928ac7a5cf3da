package net.alogins.oo.http;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a database that is away from a bug: whoever asked may ask again soon. It is known by the
 * class of its SQLSTATE (ISO 9075): connections, timeouts, locks, resources, and an operator who
 * stops it.
 */
public final class Outage {

  private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58");

  private Outage() {}

  /** Whether it is what caused {@code failure}. */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(Outage::isOne);
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof SQLTransientException
        || (cause instanceof SQLException failure
            && failure.getSQLState() != null
            && failure.getSQLState().length() == 5
            && CLASSES.contains(failure.getSQLState().substring(0, 2)));
  }
}
