package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts of facts by what became of them. */
final class Tally {

  private static final Count[] KINDS = Count.values();
  static final Tally NOTHING = new Tally(new long[KINDS.length]);
  private static final Tally[] ONES =
      Arrays.stream(KINDS).map(kind -> NOTHING.with(kind, 1)).toArray(Tally[]::new);

  /** In the order of {@link Count}. */
  private final long[] counts;

  private Tally(long[] counts) {
    this.counts = counts;
  }

  static Tally one(Count count) {
    return ONES[count.compareTo(KINDS[0])];
  }

  private Tally with(Count count, long number) {
    long[] next = counts.clone();
    next[count.compareTo(KINDS[0])] = number;
    return new Tally(next);
  }

  Tally plus(Tally other) {
    return combined(other, 1);
  }

  Tally minus(Tally other) {
    return combined(other, -1);
  }

  long of(Count count) {
    return counts[count.compareTo(KINDS[0])];
  }

  /** All counts by name, with what the log does not say: reactions that changed nothing. */
  Map<String, Long> counters(long repeated, long conflicting, long rejected) {
    Map<String, Long> counters = new LinkedHashMap<>();
    for (Count count : KINDS) {
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
    long[] sum = counts.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * other.counts[i];
    }
    return new Tally(sum);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(KINDS.length);
    for (Count count : KINDS) {
      out.writeUTF(count.name());
      out.writeLong(of(count));
    }
  }

  static Tally read(DataInputStream in) throws IOException {
    Tally tally = NOTHING;
    for (int left = in.readInt(); left > 0; left--) {
      tally = tally.with(Count.valueOf(in.readUTF()), in.readLong());
    }
    return tally;
  }
}
