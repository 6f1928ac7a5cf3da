package net.alogins.oo.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Threads that do something at the same time. */
public final class Callers {

  private Callers() {}

  /** Does {@code work} for 0 to {@code count} - 1, so many at a time, and waits for all of it. */
  public static void call(int atATime, int count, IntConsumer work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atATime);
    try {
      List<Callable<Object>> each =
          IntStream.range(0, count)
              .mapToObj(i -> Executors.callable(() -> work.accept(i)))
              .toList();
      for (Future<Object> done : threads.invokeAll(each)) {
        done.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } finally {
      threads.shutdown();
    }
  }
}
