package net.alogins.oo.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.simulator.Fault.Place;

/** Which fault strikes when, and how often each did. */
final class Faults {

  private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
  private Optional<Fault> armed = Optional.empty();
  private int left;
  private boolean isCalm;

  /** {@code fault} strikes once, after {@code passed} things of its place that pass. */
  void arm(Fault fault, int passed) {
    armed = Optional.of(fault);
    left = passed;
  }

  boolean isArmed() {
    return armed.isPresent();
  }

  /** Nothing goes wrong while {@code work} is done. */
  void calmly(Runnable work) {
    boolean wasCalm = isCalm;
    isCalm = true;
    try {
      work.run();
    } finally {
      isCalm = wasCalm;
    }
  }

  boolean isCalm() {
    return isCalm;
  }

  /** The fault that strikes here and now. */
  Optional<Fault> strike(Place place) {
    if (isCalm || armed.filter(fault -> fault.place() == place).isEmpty() || left-- > 0) {
      return Optional.empty();
    }
    Optional<Fault> struck = armed;
    armed = Optional.empty();
    struck.ifPresent(this::count);
    return struck;
  }

  void count(Fault fault) {
    counts.merge(fault, 1L, Long::sum);
  }

  Map<Fault, Long> counts() {
    return counts;
  }
}
