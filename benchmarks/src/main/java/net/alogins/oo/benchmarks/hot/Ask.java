package net.alogins.oo.benchmarks.hot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Row;
import net.alogins.oo.tip.Advice;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A tip from a recommender that keeps everything in memory: candidates, filters, features, ranking,
 * draw, log. Each question is another person's, so that each is a new decision.
 */
@State(Scope.Thread)
public class Ask {

  /** How many candidates there are. */
  @Param("10")
  public int candidates;

  /** How many columns each has. */
  @Param("16")
  public int columns;

  private final Map<String, float[]> values = new HashMap<>();
  private Optional<Recommender> recommender = Optional.empty();
  private int asked;

  /** Made by JMH. */
  public Ask() {}

  /** Begins with an empty log, which would not fit into memory at last. */
  @Setup(Level.Iteration)
  public void begin() {
    end();
    SplittableRandom random = new SplittableRandom(1);
    List<Candidate> all =
        IntStream.range(0, candidates)
            .mapToObj(i -> Candidate.of("hot", "" + i, "Task " + i))
            .toList();
    all.forEach(candidate -> values.put(candidate.id().key(), Slates.values(columns, random)));
    CandidateSource source = CandidateSource.immediate(context -> all);
    List<String> names = IntStream.range(0, columns).mapToObj(j -> "f" + j).toList();
    Features features =
        Features.of(List.of(Feature.ofCandidate("task", names, this::encode)), List.of());
    recommender =
        Optional.of(
            Recommender.from(source)
                .choosingWith(Policies.named("linear-inverse-gap-1000"))
                .features(features)
                .stores(Stores.inMemory())
                .build());
  }

  private void encode(Context context, Candidate candidate, Row row) {
    float[] known = Objects.requireNonNull(values.get(candidate.id().key()));
    for (int j = 0; j < known.length; j++) {
      row.set(j, known[j]);
    }
  }

  /** Ends its threads. */
  @TearDown
  public void end() {
    recommender.ifPresent(Recommender::close);
  }

  /** One tip. */
  @Benchmark
  public Advice tip() {
    return recommender.orElseThrow().tip(new UserId("user" + asked++));
  }
}
