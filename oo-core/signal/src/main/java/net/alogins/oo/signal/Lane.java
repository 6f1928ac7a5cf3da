package net.alogins.oo.signal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The work of one connector: a few connections at a time, each of them once at a time, so that a
 * slow system keeps nobody but itself waiting. A connection that is added while it waits is added
 * once.
 */
final class Lane {

  private static final long LOOK_MILLIS = 1_000;

  private final int most;
  private final Executor workers;
  private final BiConsumer<ConnectionId, Turn> work;
  private final Consumer<ConnectionId> refused;
  private final Set<ConnectionId> waiting = new LinkedHashSet<>();
  private final Map<ConnectionId, Turn> running = new HashMap<>();
  private final Set<ConnectionId> held = new HashSet<>();
  private boolean isOver;

  /**
   * At most {@code most} on threads of {@code workers}; whom those have no thread for is {@code
   * refused}.
   */
  Lane(
      int most,
      Executor workers,
      BiConsumer<ConnectionId, Turn> work,
      Consumer<ConnectionId> refused) {
    this.most = most;
    this.workers = workers;
    this.work = work;
    this.refused = refused;
  }

  /** Something that is done for a connection by whoever asks for it. */
  @FunctionalInterface
  interface Change<T> {

    /** Does it. */
    T make() throws InterruptedException;
  }

  synchronized void add(ConnectionId id) {
    waiting.add(id);
    begin();
  }

  /** Begins nothing any more. */
  synchronized void end() {
    isOver = true;
  }

  /**
   * Makes a change while no work is done for a connection, nor another change made. Work that is
   * under way is interrupted, and has no say any more; what was added waits until the change is
   * made.
   */
  <T> T instead(ConnectionId id, Change<T> change) throws InterruptedException {
    hold(id);
    try {
      awaitEnd(id);
      return change.make();
    } finally {
      release(id);
    }
  }

  private synchronized void hold(ConnectionId id) throws InterruptedException {
    while (!held.add(id)) {
      wait();
    }
  }

  private synchronized void awaitEnd(ConnectionId id) throws InterruptedException {
    Optional.ofNullable(running.get(id)).ifPresent(Turn::end);
    while (Optional.ofNullable(running.get(id)).filter(Turn::isAwaited).isPresent()) {
      wait(LOOK_MILLIS);
    }
  }

  private synchronized void release(ConnectionId id) {
    held.remove(id);
    notifyAll();
    begin();
  }

  private void begin() {
    while (!isOver && running.size() < most) {
      Optional<ConnectionId> next = waiting.stream().filter(this::isFree).findFirst();
      if (next.isEmpty()) {
        return;
      }
      begin(next.get());
    }
  }

  private boolean isFree(ConnectionId id) {
    return !running.containsKey(id) && !held.contains(id);
  }

  private void begin(ConnectionId id) {
    Turn turn = new Turn();
    waiting.remove(id);
    running.put(id, turn);
    try {
      workers.execute(() -> run(id, turn));
    } catch (RejectedExecutionException busy) {
      running.remove(id);
      refused.accept(id);
    }
  }

  private void run(ConnectionId id, Turn turn) {
    try {
      turn.begin();
      work.accept(id, turn);
    } catch (CancellationException over) {
      // What is to be done for the connection now is the business of whoever has ended the turn.
      return;
    } finally {
      ended(id, turn);
    }
  }

  private synchronized void ended(ConnectionId id, Turn turn) {
    turn.returned();
    running.remove(id);
    notifyAll();
    begin();
  }
}
