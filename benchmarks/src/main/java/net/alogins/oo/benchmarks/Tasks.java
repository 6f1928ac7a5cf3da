package net.alogins.oo.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Row;

/** The same tasks for everybody, each with columns of its own, 0 to 1. */
public final class Tasks {

  private final List<Candidate> all;
  private final Map<String, float[]> values = new HashMap<>();
  private final int columns;

  /** So many tasks of so many columns each; the same in every run. */
  public Tasks(int count, int columns) {
    SplittableRandom random = new SplittableRandom(1);
    this.columns = columns;
    this.all =
        IntStream.range(0, count)
            .mapToObj(i -> Candidate.of("tasks", "" + i, "Task " + i))
            .toList();
    all.forEach(task -> values.put(task.id().key(), values(columns, random)));
  }

  /** So many values, 0 to 1. */
  public static float[] values(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int j = 0; j < count; j++) {
      values[j] = (float) random.nextDouble();
    }
    return values;
  }

  /** All of them, at once. */
  public CandidateSource source() {
    return CandidateSource.immediate(context -> all);
  }

  /** Their columns. */
  public Features features() {
    List<String> names = IntStream.range(0, columns).mapToObj(j -> "f" + j).toList();
    return Features.of(List.of(Feature.ofContent("task", names, this::encode)), List.of());
  }

  private void encode(Candidate task, Row row) {
    row.setAll(Objects.requireNonNull(values.get(task.id().key())));
  }
}
