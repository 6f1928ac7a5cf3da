package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import net.alogins.oo.event.Decided.Stage;

/** Marks how long each step of the path took, by the monotonic ticker. */
final class Stopwatch {

  static final long NANOS_PER_MICRO = 1000;

  /** How many steps a decision has; whatever else is measured comes after them. */
  static final int STEPS = 5;

  private static final int SHORT = 64;

  /** What most decisions say: of each step one for each of the first microseconds, for all. */
  private static final Map<String, List<Stage>> OFTEN = new ConcurrentHashMap<>();

  private final LongSupplier ticker;
  private final List<Stage> stages = new ArrayList<>(STEPS);
  private long last;

  Stopwatch(LongSupplier ticker) {
    this.ticker = ticker;
    this.last = ticker.getAsLong();
  }

  /** The step called {@code stage} ends here. */
  void mark(String stage) {
    long now = ticker.getAsLong();
    long micros = Math.max(0, now - last) / NANOS_PER_MICRO;
    stages.add(micros < SHORT ? often(stage).get((int) micros) : new Stage(stage, micros));
    last = now;
  }

  private static List<Stage> often(String stage) {
    return OFTEN.computeIfAbsent(
        stage, s -> LongStream.range(0, SHORT).mapToObj(micros -> new Stage(s, micros)).toList());
  }

  /** The steps, and what was measured beside them. */
  List<Stage> stages(List<Stage> beside) {
    stages.addAll(beside);
    return List.copyOf(stages);
  }
}
