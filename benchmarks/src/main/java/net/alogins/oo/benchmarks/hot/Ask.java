package net.alogins.oo.benchmarks.hot;

import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.benchmarks.Tasks;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
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

  /** How many policies rank behind the path what was ranked on it. */
  @Param("0")
  public int shadows;

  private Optional<Recommender> recommender = Optional.empty();
  private int asked;

  /** Made by JMH. */
  public Ask() {}

  /** Begins with an empty log, which would not fit into memory at last. */
  @Setup(Level.Iteration)
  public void begin() {
    end();
    Tasks tasks = new Tasks(candidates, columns);
    Builder builder =
        Recommender.from(tasks.source())
            .choosingWith(Policies.named("linear-inverse-gap-1000"))
            .features(tasks.features())
            .stores(Stores.inMemory());
    IntStream.rangeClosed(1, shadows)
        .forEach(i -> builder.shadow(Policies.named("linear-inverse-gap-" + i)));
    recommender = Optional.of(builder.build());
  }

  /** Ends its threads. */
  @TearDown
  public void end() {
    recommender.ifPresent(Recommender::close);
  }

  /** How many rows the slowest follower of the log is behind. */
  long lag() {
    return Collections.max(recommender.orElseThrow().health().lags().values());
  }

  /** One tip. */
  @Benchmark
  public Advice tip() {
    return recommender.orElseThrow().tip(new UserId("user" + asked++));
  }
}
