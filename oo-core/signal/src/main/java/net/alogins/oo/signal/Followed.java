package net.alogins.oo.signal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;

/** What of connections follows a log. */
final class Followed implements AutoCloseable {

  private final Map<String, Connector> connectors;
  private final ConnectionStore store;
  private final Syncs syncs;
  private final Workers workers;
  private final List<EventLog.Following> ties = new CopyOnWriteArrayList<>();
  private final List<Postponing> postponing = new CopyOnWriteArrayList<>();

  Followed(Map<String, Connector> connectors, ConnectionStore store, Syncs syncs, Workers workers) {
    this.connectors = connectors;
    this.store = store;
    this.syncs = syncs;
    this.workers = workers;
  }

  /** Wakes those who hear; if nobody does, nobody follows. */
  void hear(EventLog log) {
    Set<String> hearing =
        connectors.values().stream()
            .filter(Connector::hears)
            .map(Connector::name)
            .collect(Collectors.toUnmodifiableSet());
    if (!hearing.isEmpty()) {
      ties.add(log.follow(new Hearing(hearing, store, syncs, workers)));
    }
  }

  /** Postpones what is put off; if no system can, nobody follows. */
  void postpone(EventLog log, LongSupplier end, Function<UserId, ZoneId> zones) {
    if (connectors.values().stream().anyMatch(Connector::postpones)) {
      Postponing reader = new Postponing(log, zones, this, workers);
      postponing.add(reader);
      ties.add(log.follow(reader));
      reader.begin(end);
    }
  }

  /** How many rows who reads the log at their own pace are behind. */
  Map<String, Long> lags() {
    return postponing.stream()
        .collect(Collectors.toUnmodifiableMap(one -> Postponing.NAME, Postponing::lag, Math::max));
  }

  /** Has one task postponed, where its person has allowed it and the system can. */
  void postpone(UserId user, CandidateId task, Command command) {
    Optional.ofNullable(connectors.get(task.source()))
        .filter(Connector::postpones)
        .flatMap(there -> store.holder(user, there.name(), task.key()))
        .filter(Connection::mayWrite)
        .ifPresent(
            connection -> {
              store.enqueue(connection.id(), command);
              syncs.wake(connection.id());
            });
  }

  @Override
  public void close() {
    ties.forEach(EventLog.Following::close);
  }
}
