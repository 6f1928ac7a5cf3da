package net.alogins.oo.signal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;

/** What of connections follows a log. */
final class Followed implements AutoCloseable {

  private final Map<String, Connector> connectors;
  private final ConnectionStore store;
  private final Syncs syncs;
  private final Executor executor;
  private final List<EventLog.Following> ties = new CopyOnWriteArrayList<>();

  Followed(
      Map<String, Connector> connectors, ConnectionStore store, Syncs syncs, Executor executor) {
    this.connectors = connectors;
    this.store = store;
    this.syncs = syncs;
    this.executor = executor;
  }

  /** Wakes those who hear; if nobody does, nobody follows. */
  void hear(EventLog log) {
    Set<String> hearing =
        connectors.values().stream()
            .filter(Connector::hears)
            .map(Connector::name)
            .collect(Collectors.toUnmodifiableSet());
    if (!hearing.isEmpty()) {
      ties.add(log.follow(new Hearing(hearing, store, syncs, executor)));
    }
  }

  /** Postpones what is put off; if no system can, nobody follows. */
  void postpone(EventLog log, long end, Function<UserId, ZoneId> zones) {
    if (connectors.values().stream().anyMatch(Connector::postpones)) {
      Postponing postponing = new Postponing(log, zones, this, executor);
      ties.add(log.follow(postponing));
      postponing.begin(end);
    }
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
