package net.alogins.oo.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * Wakes the connections that hear of what happens to their person. The thread on which it happens
 * waits for nothing: it notes who it was.
 */
final class Hearing implements Consumer<List<Recorded>> {

  private final Set<String> connectors;
  private final ConnectionStore store;
  private final Syncs syncs;
  private final Executor executor;
  private final Set<UserId> people = new HashSet<>();
  private boolean isWaking;

  Hearing(Set<String> connectors, ConnectionStore store, Syncs syncs, Executor executor) {
    this.connectors = connectors;
    this.store = store;
    this.syncs = syncs;
    this.executor = executor;
  }

  @Override
  public synchronized void accept(List<Recorded> batch) {
    batch.forEach(row -> people.add(row.event().user()));
    if (!isWaking) {
      isWaking = true;
      begin();
    }
  }

  /** Whoever is not woken as this process ends is synced when the next begins. */
  private void begin() {
    try {
      executor.execute(this::wake);
    } catch (RejectedExecutionException closing) {
      isWaking = false;
    }
  }

  private void wake() {
    Set<UserId> some = next();
    while (!some.isEmpty()) {
      some.forEach(this::wake);
      some = next();
    }
  }

  private synchronized Set<UserId> next() {
    Set<UserId> some = Set.copyOf(people);
    people.clear();
    isWaking = !some.isEmpty();
    return some;
  }

  /** A store that is away now is asked again when somebody does something again. */
  private void wake(UserId user) {
    try {
      store.of(user).stream()
          .map(Standing::connection)
          .filter(connection -> connectors.contains(connection.connector()))
          .forEach(connection -> syncs.wake(connection.id()));
    } catch (RuntimeException away) {
      System.getLogger(Hearing.class.getName())
          .log(System.Logger.Level.DEBUG, "nobody was woken", away);
    }
  }
}
