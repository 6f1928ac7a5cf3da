package net.alogins.oo.benchmarks.hot;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.benchmarks.Tasks;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Block;
import net.alogins.oo.policy.Block.Side;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Slate;

/** Slates of dense rows, the same in every run; and as Vowpal Wabbit reads them. */
final class Slates {

  /** So many that their rows do not all stay in the nearest cache. */
  static final int COUNT = 64;

  private Slates() {}

  /** Slates of so many candidates, each of so many columns of its own. */
  static List<Slate> of(int candidates, int columns) {
    SplittableRandom random = new SplittableRandom(1);
    FeatureSchema schema = schema(columns);
    List<CandidateId> ids =
        IntStream.range(0, candidates).mapToObj(i -> new CandidateId("hot", "" + i)).toList();
    return IntStream.range(0, COUNT)
        .mapToObj(
            i ->
                new Slate(
                    new UserId("ada"),
                    Instant.EPOCH.plusSeconds(i),
                    schema,
                    ids,
                    FloatColumn.of(),
                    FloatColumn.of(Tasks.values(candidates * columns, random))))
        .toList();
  }

  private static FeatureSchema schema(int columns) {
    List<String> names = IntStream.range(0, columns).mapToObj(j -> "f" + j).toList();
    return FeatureSchema.of(List.of(new Block("task", Side.CANDIDATE, names)), List.of());
  }

  /** A line for each candidate; features have names that are no numbers, which would collide. */
  static String[] lines(Slate slate) {
    String[] lines = new String[slate.size()];
    int columns = slate.schema().candidateWidth();
    for (int i = 0; i < lines.length; i++) {
      StringBuilder line = new StringBuilder("|t");
      for (int j = 0; j < columns; j++) {
        line.append(" f").append(j).append(':').append(slate.features().get(i * columns + j));
      }
      lines[i] = line.toString();
    }
    return lines;
  }

  /** What a candidate is worth: its first column, sometimes. */
  static double reward(Slate slate, int chosen, SplittableRandom random) {
    int columns = slate.schema().candidateWidth();
    return random.nextDouble() < slate.features().get(chosen * columns) ? 1 : 0;
  }
}
