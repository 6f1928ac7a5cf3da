package net.alogins.oo.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks slow sources on the asking thread, or lets the deadline pass instead. */
final class SourceThread extends AbstractExecutorService {

  private static final Duration LONGER_THAN_ANY_DEADLINE = Duration.ofMinutes(2);

  private final Time time;
  private final Chores chores;

  SourceThread(Time time, Chores chores) {
    this.time = time;
    this.chores = chores;
  }

  @Override
  public void execute(Runnable question) {
    if (chores.isLate()) {
      time.dawdle(LONGER_THAN_ANY_DEADLINE);
    } else {
      question.run();
    }
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
