package net.alogins.oo.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What servers acknowledged, by the identities that it has in the log, and what the log holds of
 * it. A look takes only what is new in the log since the last one.
 */
final class Promises {

  private static final String ROWS =
      "select seq, identity from events_log where tenant = 'home' and seq > ? order by seq";

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> found = new HashMap<>();
  private final AtomicLong tooLate = new AtomicLong();
  private volatile boolean isHeard = true;
  private long last;

  /**
   * Whether what servers say is heard from now on; what is not heard is no promise, but counted.
   */
  void hear(boolean isToBeHeard) {
    isHeard = isToBeHeard;
  }

  /** How much was said while nobody heard. */
  long tooLate() {
    return tooLate.get();
  }

  /** A server gave this tip. */
  void given(String tip) {
    told("decided/" + tip);
  }

  /** A server said that it had recorded the reaction {@code id} to {@code tip}. */
  void acknowledged(String tip, String id) {
    told("reaction/" + tip + "/" + id);
  }

  /** What was found before it was told was decided in a life whose answer never came. */
  private void told(String identity) {
    if (!isHeard) {
      tooLate.incrementAndGet();
    } else if (told.add(identity) && !found.containsKey(identity)) {
      awaited.add(identity);
    }
  }

  /** Finds what was acknowledged since the last look in what the log holds since then. */
  void look(Connection database) throws SQLException {
    try (PreparedStatement rows = database.prepareStatement(ROWS)) {
      rows.setLong(1, last);
      try (ResultSet row = rows.executeQuery()) {
        while (row.next()) {
          last = row.getLong(1);
          found.merge(row.getString(2), 1, Integer::sum);
          awaited.remove(row.getString(2));
        }
      }
    }
  }

  /** Everything from the first row on. */
  void lookAgain(Connection database) throws SQLException {
    last = 0;
    found.clear();
    awaited.addAll(told);
    look(database);
  }

  /** How many reactions were acknowledged. */
  long count() {
    return reactions(told);
  }

  /** How many of these were not in the log when they were looked for. */
  long lost() {
    return reactions(awaited);
  }

  private static long reactions(Set<String> identities) {
    return identities.stream().filter(identity -> identity.startsWith("reaction/")).count();
  }

  /** What was acknowledged and was not in the log when it was looked for. */
  Set<String> broken() {
    return Set.copyOf(awaited);
  }

  /** What the log holds more than once. */
  Set<String> doubled() {
    return found.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** How many decisions there are to learn: those answered, or ignored, and not withdrawn. */
  long learnable() {
    Set<String> learnable = new HashSet<>(tips("reaction/"));
    learnable.addAll(tips("closed/"));
    learnable.removeAll(tips("withdrawn/"));
    return learnable.size();
  }

  /** How many rows are of this kind. */
  long rows(String kind) {
    return found.keySet().stream().filter(identity -> identity.startsWith(kind)).count();
  }

  private Set<String> tips(String kind) {
    return found.keySet().stream()
        .filter(identity -> identity.startsWith(kind))
        .map(identity -> identity.split("/", 3)[1])
        .collect(Collectors.toSet());
  }
}
