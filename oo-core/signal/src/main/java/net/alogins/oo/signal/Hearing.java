package net.alogins.oo.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * Wakes the connections that hear of what happens to their person. The thread on which it happens
 * waits for nothing: it notes who it was. Whoever is not woken is synced from time to time anyway.
 */
final class Hearing implements Consumer<List<Recorded>> {

  private final Set<String> connectors;
  private final ConnectionStore store;
  private final Syncs syncs;
  private final Errand errand;
  private final Set<UserId> people = new HashSet<>();

  Hearing(Set<String> connectors, ConnectionStore store, Syncs syncs, Workers workers) {
    this.connectors = connectors;
    this.store = store;
    this.syncs = syncs;
    this.errand = new Errand(workers, "connections-hear", () -> next().forEach(this::wake));
  }

  @Override
  public void accept(List<Recorded> batch) {
    note(batch);
    errand.ask();
  }

  private synchronized void note(List<Recorded> batch) {
    batch.forEach(row -> people.add(row.event().user()));
  }

  private synchronized Set<UserId> next() {
    Set<UserId> some = Set.copyOf(people);
    people.clear();
    return some;
  }

  private void wake(UserId user) {
    store.of(user).stream()
        .map(Standing::connection)
        .filter(connection -> connectors.contains(connection.connector()))
        .forEach(connection -> syncs.wake(connection.id()));
  }
}
