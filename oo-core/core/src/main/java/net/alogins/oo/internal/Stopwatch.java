package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import net.alogins.oo.event.Decided.Stage;

/** Marks how long each step of the path took, by the monotonic ticker. */
final class Stopwatch {

  static final long NANOS_PER_MICRO = 1000;

  /** How many steps a decision has; whatever else is measured comes after them. */
  static final int STEPS = 5;

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
    stages.add(new Stage(stage, Math.max(0, now - last) / NANOS_PER_MICRO));
    last = now;
  }

  /** The steps, and what was measured beside them. */
  List<Stage> stages(List<Stage> beside) {
    stages.addAll(beside);
    return List.copyOf(stages);
  }
}
