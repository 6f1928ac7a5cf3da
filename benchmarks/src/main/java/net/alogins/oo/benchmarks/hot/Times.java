package net.alogins.oo.benchmarks.hot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.alogins.oo.benchmarks.Sorted;

/** What jobs took, round by round. */
final class Times {

  private final Map<Job, List<Timed>> rounds = new LinkedHashMap<>();

  void add(Job job, Timed timed) {
    rounds.computeIfAbsent(job, j -> new ArrayList<>()).add(timed);
  }

  private List<Timed> of(Job job) {
    return Objects.requireNonNull(rounds.get(job), job.method());
  }

  /** The median of the means, in microseconds. */
  double micros(Job job) {
    return Sorted.of(of(job).stream().mapToDouble(Timed::micros)).median();
  }

  /** The median of what one allocates, in bytes. */
  double bytes(Job job) {
    return Sorted.of(of(job).stream().mapToDouble(Timed::bytes)).median();
  }

  /** How many times as long {@code slow} takes as {@code fast}: the median over the rounds. */
  double ratio(Job slow, Job fast) {
    List<Timed> slower = of(slow);
    List<Timed> faster = of(fast);
    return Sorted.of(
            IntStream.range(0, slower.size())
                .mapToDouble(i -> slower.get(i).micros() / faster.get(i).micros()))
        .median();
  }
}
