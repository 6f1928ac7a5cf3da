package net.alogins.oo.benchmarks.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Callers that ask for something again as soon as they have their answer.
 *
 * @param callers how many, each with a connection of its own
 * @param seconds for how long
 */
record Load(int callers, double seconds) {

  /** How many answers came, and in which time. */
  record Answers(long count, double seconds) {

    double perSecond() {
      return count / seconds;
    }
  }

  /** Every answer must have {@code status}. */
  Answers of(int port, Supplier<byte[]> requests, int status) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    try {
      List<Callable<Long>> all = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        all.add(() -> call(port, requests, status, end));
      }
      long count = 0;
      for (Future<Long> answers : threads.invokeAll(all)) {
        count += answers.get();
      }
      return new Answers(count, (System.nanoTime() - begin) / 1e9);
    } finally {
      threads.shutdown();
    }
  }

  private static long call(int port, Supplier<byte[]> requests, int status, long end)
      throws IOException {
    try (Caller caller = new Caller(port)) {
      long count = 0;
      while (System.nanoTime() < end) {
        int answered = caller.call(requests.get());
        if (answered != status) {
          throw new IOException("every answer must be " + status + " but one was " + answered);
        }
        count++;
      }
      return count;
    }
  }
}
