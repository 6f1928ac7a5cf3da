package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts of facts by what became of them.
 *
 * @param counts absent is 0
 */
record Tally(Map<Count, Long> counts) {

  private static final Tally NOTHING = new Tally(Map.of());

  static Tally nothing() {
    return NOTHING;
  }

  static Tally one(Count count) {
    return new Tally(Map.of(count, 1L));
  }

  Tally plus(Tally other) {
    return combined(other, 1);
  }

  Tally minus(Tally other) {
    return combined(other, -1);
  }

  long of(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** All counts by name, with what the log does not say: reactions that changed nothing. */
  Map<String, Long> counters(long repeated, long conflicting, long rejected) {
    Map<String, Long> counters = new LinkedHashMap<>();
    for (Count count : Count.values()) {
      counters.put(count.label(), of(count));
    }
    long settled =
        of(Count.DECISIONS_LEARNED)
            + of(Count.DECISIONS_WITHDRAWN)
            + of(Count.DECISIONS_DEAD_LETTERED);
    counters.put("decisions.open", of(Count.DECIDED) - settled);
    counters.put("reactions.repeated", repeated);
    counters.put("reactions.conflict", conflicting);
    counters.put("reactions.rejected", rejected);
    counters.put("reactions.received", of(Count.RECORDED) + repeated + conflicting + rejected);
    return counters;
  }

  private Tally combined(Tally other, long sign) {
    Map<Count, Long> sum = new EnumMap<>(Count.class);
    sum.putAll(counts);
    other.counts.forEach((count, n) -> sum.merge(count, sign * n, Long::sum));
    return new Tally(Collections.unmodifiableMap(sum));
  }

  void write(DataOutputStream out) throws IOException {
    Frame.writeAll(
        out,
        counts.entrySet(),
        entry -> {
          out.writeUTF(entry.getKey().name());
          out.writeLong(entry.getValue());
        });
  }

  static Tally read(DataInputStream in) throws IOException {
    return Frame.readAll(in, Tally::readOne).stream().reduce(NOTHING, Tally::plus);
  }

  private static Tally readOne(DataInputStream in) throws IOException {
    return new Tally(Map.of(Count.valueOf(in.readUTF()), in.readLong()));
  }
}
