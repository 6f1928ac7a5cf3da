package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import net.alogins.oo.event.Decided.Stage;

/** Marks how long each step of the path took, by the monotonic ticker. */
final class Stopwatch {

  static final long NANOS_PER_MICRO = 1000;

  /** How many steps a decision has; whatever else is measured comes after them. */
  static final int STEPS = 5;

  /** How many microseconds most steps take at most: decisions share what they say of those. */
  private static final int SHORT = 64;

  static final List<Stage> CONTEXT = step("context");
  static final List<Stage> CANDIDATES = step("candidates");
  static final List<Stage> FILTERS = step("filters");
  static final List<Stage> FEATURES = step("features");
  static final List<Stage> RANKING = step("ranking");

  private final LongSupplier ticker;
  private final List<Stage> stages = new ArrayList<>(STEPS);
  private long last;

  Stopwatch(LongSupplier ticker) {
    this.ticker = ticker;
    this.last = ticker.getAsLong();
  }

  private static List<Stage> step(String name) {
    return LongStream.range(0, SHORT).mapToObj(micros -> new Stage(name, micros)).toList();
  }

  /** {@code step} ends here. */
  void mark(List<Stage> step) {
    long now = ticker.getAsLong();
    long micros = Math.max(0, now - last) / NANOS_PER_MICRO;
    stages.add(micros < SHORT ? step.get((int) micros) : new Stage(step.get(0).name(), micros));
    last = now;
  }

  /** The steps, and what was measured beside them. */
  List<Stage> stages(List<Stage> beside) {
    stages.addAll(beside);
    return List.copyOf(stages);
  }
}
