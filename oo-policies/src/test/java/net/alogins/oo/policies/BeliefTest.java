package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.kernel.Kernel;
import net.alogins.oo.policy.Block;
import net.alogins.oo.policy.Cross;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws spread as the bounds say. */
class BeliefTest {

  private static final int DRAWS = 4_000;
  private static final List<CandidateId> ARMS =
      Stream.of("a", "b", "c", "d").map(key -> new CandidateId("arms", key)).toList();
  private static final FeatureSchema PLACES =
      FeatureSchema.of(
          List.of(new Block("place", Block.Side.CONTEXT, List.of("x", "y"))),
          List.of(new Cross("place", Cross.ARM)));

  /** Gives away what it is told. */
  private static final class Listening extends Exploration {

    private Optional<Belief> heard = Optional.empty();

    @Override
    String name() {
      return "listening";
    }

    @Override
    Ranking rank(Belief belief, RandomGenerator random) {
      heard = Optional.of(belief);
      return Greedy.of(belief.bounds(0));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Oracle.class,
      names = {"LINEAR", "RANDOM_FEATURES", "HIERARCHICAL"})
  void draws_of_tasks_have_the_mean_and_the_deviation_of_the_bounds(Oracle oracle) {
    Worlds worlds = new Worlds(5);
    check(oracle, Features.standard().schema(), worlds.experiences(60), worlds.slate(4));
  }

  @ParameterizedTest
  @EnumSource(
      value = Oracle.class,
      names = {"LINEAR", "RANDOM_FEATURES", "ADAPTIVE"})
  void draws_of_arms_have_the_mean_and_the_deviation_of_the_bounds(Oracle oracle) {
    SplittableRandom random = new SplittableRandom(5);
    List<First> experiences = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Slate slate = arms(random);
      Occasion occasion = new Occasion(slate.only(random.nextInt(ARMS.size())), .25);
      experiences.add(new First(occasion, new Reward(random.nextDouble())));
    }
    check(oracle, PLACES, experiences, arms(random));
  }

  private static Slate arms(SplittableRandom random) {
    return new Slate(
        new UserId("ada"),
        Instant.EPOCH,
        PLACES,
        ARMS,
        FloatColumn.of((float) random.nextDouble(), (float) random.nextDouble()),
        FloatColumn.of());
  }

  private static void check(
      Oracle oracle, FeatureSchema schema, List<First> experiences, Slate slate) {
    Listening listening = new Listening();
    Learner learner = Learner.of(Policies.of(oracle, listening), schema, new RewardRange(-.4, 1));
    experiences.forEach(learner::learn);
    learner.rank(slate);
    Belief belief = listening.heard.orElseThrow();

    assertThat(belief.rows()).isEqualTo(60);
    check(belief, DRAWS);
    check(belief, Kernel.BLOCK);
  }

  private static void check(Belief belief, int atOnce) {
    DoubleColumn means = belief.bounds(0);
    DoubleColumn above = belief.bounds(2);
    double[][] drawn = drawn(belief, 2, atOnce);

    for (int i = 0; i < means.size(); i++) {
      double deviation = above.get(i) - means.get(i);
      assertThat(deviation).isPositive();
      double sum = 0;
      double squares = 0;
      for (double away : drawn[i]) {
        sum += away;
        squares += away * away;
      }
      assertThat(sum / DRAWS).isCloseTo(0, within(4 * deviation / Math.sqrt(DRAWS)));
      assertThat(Math.sqrt(squares / DRAWS)).isCloseTo(deviation, within(.05 * deviation));
    }
  }

  /** Of each candidate {@value #DRAWS} draws, so many at once. */
  private static double[][] drawn(Belief belief, double alpha, int atOnce) {
    SplittableRandom random = new SplittableRandom(6);
    double[][] drawn = new double[belief.bounds(0).size()][DRAWS];
    for (int from = 0; from < DRAWS; from += atOnce) {
      float[] some = belief.draws(alpha, atOnce, random);
      for (int i = 0; i < drawn.length; i++) {
        for (int k = 0; k < atOnce; k++) {
          drawn[i][from + k] = some[i * atOnce + k];
        }
      }
    }
    return drawn;
  }

  /** The draws are the same, and so is what they come to, but for the order of the sums. */
  @Test
  void candidates_vary_together_as_weights_do_however_many_there_are() {
    Worlds worlds = new Worlds(5);
    Ridge.Learning learning = Ridge.empty(worlds.slate(1).schema().width()).learning();
    worlds.experiences(60).forEach(e -> learning.row(e.occasion().row(), e.reward().value(), 1));
    Ridge model = learning.done();
    Slate slate = worlds.slate(3 * Kernel.BLOCK);
    List<Slate> each = IntStream.range(0, slate.size()).mapToObj(slate::only).toList();

    float[] many =
        new RidgeBelief(model, slate, Rows.FULL).draws(1, Kernel.BLOCK, new SplittableRandom(7));

    for (int i = 0; i < each.size(); i++) {
      float[] alone =
          new RidgeBelief(model, each.get(i), Rows.FULL)
              .draws(1, Kernel.BLOCK, new SplittableRandom(7));
      assertThat(Arrays.copyOfRange(many, i * Kernel.BLOCK, (i + 1) * Kernel.BLOCK))
          .containsExactly(alone, within(1e-5f));
    }
  }

  @Test
  void candidates_without_columns_are_all_the_same() {
    FeatureSchema nothing = FeatureSchema.of(List.of(), List.of());
    Slate slate =
        new Slate(
            new UserId("ada"), Instant.EPOCH, nothing, ARMS, FloatColumn.of(), FloatColumn.of());

    for (String exploration : List.of("upper-bound-1", "thompson-1-8", "inverse-gap-1")) {
      Ranking ranking =
          Learner.of(Policies.named("linear-" + exploration), nothing, new RewardRange(0, 1))
              .rank(slate);

      assertThat(ranking.propensities()).isEqualTo(DoubleColumn.of(.25, .25, .25, .25));
    }
  }

  /** The product of two columns is more than float32 holds. */
  @Test
  void crosses_may_be_as_large_as_they_like() {
    FeatureSchema crossed =
        FeatureSchema.of(
            List.of(
                new Block("place", Block.Side.CONTEXT, List.of("x")),
                new Block("task", Block.Side.CANDIDATE, List.of("y"))),
            List.of(new Cross("place", "task")));
    Slate slate =
        new Slate(
            new UserId("ada"),
            Instant.EPOCH,
            crossed,
            ARMS,
            FloatColumn.of(1e20f),
            FloatColumn.of(1e20f, 0, 1, -1e20f));
    RidgeBelief belief = new RidgeBelief(Ridge.empty(3), slate, Rows.FULL);

    DoubleColumn bounds = belief.bounds(1);
    float[] draws = belief.draws(1, Kernel.BLOCK, new SplittableRandom(1));

    assertThat(bounds.get(0)).isGreaterThan(1e29);
    assertThat(bounds.get(1)).isLessThan(1e21);
    for (float draw : draws) {
      assertThat(draw).isFinite();
    }
  }
}
