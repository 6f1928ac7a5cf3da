package net.alogins.oo.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.simulator.Rows.Identity;
import net.alogins.oo.testkit.ForwardingEventLog;

/**
 * Stands between a recommender and its log, over every restart, and knows which rows the log owes:
 * those that it acknowledged exactly once, those whose append failed wholly or not at all, and
 * nothing else.
 */
final class Witness extends ForwardingEventLog {

  private static final int PAGE = 100;

  private final TreeMap<Long, Event> owed = new TreeMap<>();
  private final TreeMap<Long, Event> trimmed = new TreeMap<>();
  private final List<List<Event>> doubtful = new ArrayList<>();
  private EventLog log;
  private long repeated;
  private long conflicting;
  private long acknowledged;

  Witness(EventLog log) {
    this.log = log;
  }

  /** The same log, as the next process opened it. */
  void reopened(EventLog newLog) {
    log = newLog;
    repeated = 0;
    conflicting = 0;
  }

  /** How many answers were repeated since the log was opened. */
  long repeated() {
    return repeated;
  }

  /** How many answers were in conflict since the log was opened. */
  long conflicting() {
    return conflicting;
  }

  /** Whether an append failed since the rows were last looked at. */
  boolean isInDoubt() {
    return !doubtful.isEmpty();
  }

  /** The last row that anybody was told of. */
  long acknowledged() {
    return acknowledged;
  }

  /** Every row, found to be what the log owes. */
  List<Recorded> rows() {
    List<Recorded> rows = new ArrayList<>();
    long last = log.trimmed();
    List<Recorded> page = log.read(last, PAGE);
    while (!page.isEmpty()) {
      for (Recorded row : page) {
        Violation.unless(row.seq() > last, "I1", "row %d follows row %d", row.seq(), last);
        last = row.seq();
      }
      rows.addAll(page);
      page = log.read(last, PAGE);
    }
    SortedMap<Long, Event> gone = owed.headMap(log.trimmed(), true);
    trimmed.putAll(gone);
    gone.clear();
    require(rows);
    return rows;
  }

  /** The number of the last row, as it was last looked at. */
  long last() {
    return owed.isEmpty() ? log.trimmed() : owed.lastKey();
  }

  /** Every row that there ever was, also those that were trimmed. */
  List<Recorded> history() {
    List<Recorded> all = new ArrayList<>();
    trimmed.forEach((seq, event) -> all.add(new Recorded(seq, event)));
    all.addAll(rows());
    return all;
  }

  /** The rows after {@code seq} that were trimmed. */
  List<Recorded> trimmedAfter(long seq) {
    return owed.headMap(log.trimmed(), true).tailMap(seq, false).entrySet().stream()
        .map(entry -> new Recorded(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void require(List<Recorded> rows) {
    Set<Event> tried = new HashSet<>();
    doubtful.forEach(tried::addAll);
    for (Recorded row : rows) {
      Event event = owed.remove(row.seq());
      boolean isOwed = event == null ? tried.contains(row.event()) : event.equals(row.event());
      Violation.unless(isOwed, "I2", "row %d says what nobody appended", row.seq());
    }
    Violation.unless(owed.isEmpty(), "I1", "acknowledged rows %s are gone", owed.keySet());
    rows.forEach(row -> owed.put(row.seq(), row.event()));
    if (!doubtful.isEmpty()) {
      Map<Identity, Event> byIdentity = byIdentity(rows);
      doubtful.forEach(batch -> requireAllOrNone(batch, byIdentity));
      doubtful.clear();
    }
  }

  /** The rows by what they are facts of; each is one of its own. */
  static Map<Identity, Event> byIdentity(List<Recorded> rows) {
    Map<Identity, Event> byIdentity = new HashMap<>();
    for (Recorded row : rows) {
      boolean isFirst = byIdentity.put(Identity.of(row.event()), row.event()) == null;
      Violation.unless(isFirst, "I3", "row %d is a fact that was there before", row.seq());
    }
    return byIdentity;
  }

  private static void requireAllOrNone(List<Event> batch, Map<Identity, Event> byIdentity) {
    boolean isThere =
        batch.stream().anyMatch(event -> event.equals(byIdentity.get(Identity.of(event))));
    Violation.unless(
        !isThere || batch.stream().allMatch(event -> byIdentity.containsKey(Identity.of(event))),
        "I2",
        "a batch of %d is there in part",
        batch.size());
  }

  @Override
  protected EventLog log() {
    return log;
  }

  @Override
  public List<Appended> append(List<? extends Event> events) {
    List<Appended> outcomes;
    try {
      outcomes = log.append(events);
    } catch (RuntimeException | Error failure) {
      doubtful.add(List.copyOf(events));
      throw failure;
    }
    for (int i = 0; i < outcomes.size(); i++) {
      note(events.get(i), outcomes.get(i));
    }
    return outcomes;
  }

  private void note(Event event, Appended appended) {
    acknowledged = Math.max(acknowledged, appended.seq());
    if (appended.outcome() == Outcome.RECORDED) {
      owed.put(appended.seq(), event);
    } else if (event instanceof Reacted) {
      repeated += appended.outcome() == Outcome.REPEATED ? 1 : 0;
      conflicting += appended.outcome() == Outcome.CONFLICT ? 1 : 0;
    }
  }
}
