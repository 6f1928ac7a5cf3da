package net.alogins.oo.signal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The work of one connector: a few connections at a time, each of them once at a time, so that a
 * slow system keeps nobody but itself waiting. A connection that is added while it waits is added
 * once.
 */
final class Lane {

  private final int most;
  private final Executor workers;
  private final Consumer<ConnectionId> work;
  private final Set<ConnectionId> waiting = new LinkedHashSet<>();
  private final Set<ConnectionId> running = new HashSet<>();
  private boolean isOver;

  Lane(int most, Executor workers, Consumer<ConnectionId> work) {
    this.most = most;
    this.workers = workers;
    this.work = work;
  }

  synchronized void add(ConnectionId id) {
    waiting.add(id);
    begin();
  }

  /** Begins nothing any more. */
  synchronized void end() {
    isOver = true;
  }

  private void begin() {
    while (!isOver && running.size() < most) {
      Optional<ConnectionId> next =
          waiting.stream().filter(id -> !running.contains(id)).findFirst();
      if (next.isEmpty()) {
        return;
      }
      begin(next.get());
    }
  }

  private void begin(ConnectionId id) {
    waiting.remove(id);
    running.add(id);
    workers.execute(
        () -> {
          try {
            work.accept(id);
          } finally {
            ended(id);
          }
        });
  }

  private synchronized void ended(ConnectionId id) {
    running.remove(id);
    begin();
  }
}
