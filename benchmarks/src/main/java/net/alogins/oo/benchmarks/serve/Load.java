package net.alogins.oo.benchmarks.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import net.alogins.oo.benchmarks.Callers;

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
  Answers of(int port, Supplier<byte[]> requests, int status) throws InterruptedException {
    LongAdder count = new LongAdder();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    Callers.call(
        callers,
        callers,
        caller -> {
          try {
            count.add(call(port, requests, status, end));
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
    return new Answers(count.sum(), (System.nanoTime() - begin) / 1e9);
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
