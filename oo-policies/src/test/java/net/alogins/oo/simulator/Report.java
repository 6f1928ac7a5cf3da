package net.alogins.oo.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What many lives came to. */
final class Report {

  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private long seeds;
  private long operations;
  private long crashes;
  private long hash;

  void add(Simulation.Result result) {
    seeds++;
    operations += result.operations();
    crashes += result.crashes();
    hash = 31 * hash + result.hash();
    result.faults().forEach((fault, count) -> faults.merge(fault, count, Long::sum));
  }

  Map<Fault, Long> faults() {
    return faults;
  }

  /** A hash of everything that happened. */
  String hash() {
    return "%016x".formatted(hash);
  }

  @Override
  public String toString() {
    String kinds =
        faults.entrySet().stream()
            .map(entry -> entry.getKey().label() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return "simulator: %d seeds, %d operations, %d crashes, faults: %s, 0 violations"
        .formatted(seeds, operations, crashes, kinds);
  }
}
