package net.alogins.oo.http;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How often each operation was answered, by the first digit of the status, and how long answers to
 * a question for a tip took; since the operations were made. Counting takes no lock.
 */
final class Traffic {

  /** The operation whose answers are timed. */
  static final String TIMED = "askForTip";

  private static final int CLASSES = 6;

  private final Map<String, AtomicLongArray> answers = new ConcurrentSkipListMap<>();
  private final Durations tips = new Durations();
  private final LongSupplier ticker;

  Traffic(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /** The same answers, which are counted as those of {@code operation}. */
  Function<Request, Response> counted(String operation, Function<Request, Response> handler) {
    AtomicLongArray counts = new AtomicLongArray(CLASSES);
    answers.put(operation, counts);
    boolean isTimed = operation.equals(TIMED);
    return request -> {
      long began = ticker.getAsLong();
      Response response = handler.apply(request);
      int statusClass = response.status() / 100;
      counts.incrementAndGet(statusClass);
      if (isTimed && statusClass == 2) {
        tips.add(Duration.ofNanos(ticker.getAsLong() - began));
      }
      return response;
    };
  }

  /** How often each operation was answered with a status of each class, such as {@code 2xx}. */
  SortedMap<String, SortedMap<String, Long>> answers() {
    SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
    answers.forEach(
        (operation, counts) -> {
          SortedMap<String, Long> ofOne = new TreeMap<>();
          for (int i = 2; i < CLASSES; i++) {
            ofOne.put(i + "xx", counts.get(i));
          }
          all.put(operation, ofOne);
        });
    return all;
  }

  /** How long questions that got an answer took. */
  Durations tips() {
    return tips;
  }
}
