package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.tip.Decision;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A logged probability is the one that the candidate was drawn with. */
class PropensityTest {

  private static final FeatureSchema SCHEMA = Features.standard().schema();
  private static final RewardRule RULE = RewardRule.standard();
  private static final int QUESTIONS = 1_000;

  /** Crowds; {@code -Doo.draws=1000000} for a million draws of each policy. */
  private static final int WANTED = Integer.getInteger("oo.draws", 0) / QUESTIONS;

  private static final int MANY = Math.max(84, WANTED);
  private static final int SOME = Math.max(8, WANTED);
  private static final int FEW = Math.max(4, WANTED);

  private static final int RANKED_AGAIN = 10;

  @Test
  void the_standard_policy_draws_what_it_logs() {
    prove(Policies.standard(), floored(.01), MANY);
  }

  @Test
  void epsilon_greedy_draws_what_it_logs() {
    prove(Policies.epsilonGreedy(0.1), floored(.1), SOME);
  }

  @Test
  void uniform_draws_what_it_logs() {
    prove(Policies.uniform(), floored(1), SOME);
  }

  @Test
  void every_exploration_draws_what_it_logs() {
    prove(Policies.of(Oracle.LINEAR, Exploration.inverseGap(2)), PropensityTest::asLogged, SOME);
    prove(
        Policies.of(Oracle.HIERARCHICAL, Exploration.upperBound(.2).withFloor(.1)),
        floored(.1),
        SOME);
    prove(
        Policies.of(Oracle.RANDOM_FEATURES, Exploration.upperBound(.1).withFloor(.1)),
        floored(.1),
        FEW);
    prove(
        Policies.of(Oracle.ADAPTIVE, Exploration.inverseGap(2).withFloor(.1)),
        PropensityTest::asLogged,
        FEW);
  }

  /** Its probabilities depend on the draws that vote; those are the engine's to make again. */
  @Test
  void votes_draw_what_they_log() {
    proveDraws(
        Policies.of(Oracle.HIERARCHICAL, Exploration.thompson(.3, 20).withFloor(.05)),
        PropensityTest::asLogged,
        SOME);
  }

  /** What was seen of one policy. */
  private static final class Seen {

    private final Frequencies truth = new Frequencies();
    private final Frequencies wrong = new Frequencies();
    private double weights;
    private double squares;
    private int decisions;
    private double deviation;

    void add(Decided decided, double[] recomputed) {
      double[] logged = values(decided.slate().propensities());
      for (int i = 0; i < logged.length; i++) {
        deviation = Math.max(deviation, Math.abs(logged[i] - recomputed[i]));
      }
      double weight = 1 / (logged.length * decided.propensity());
      decisions++;
      weights += weight;
      squares += weight * weight;
      truth.add(logged, decided.chosen());
      wrong.add(tilted(logged), decided.chosen());
    }

    double mean() {
      return weights / decisions;
    }

    double error() {
      return Math.sqrt((squares / decisions - mean() * mean()) / decisions);
    }
  }

  private static void prove(
      Policy<?> policy, Function<Decided.Slate, double[]> propensities, int crowds) {
    int rankedAgain = 0;
    for (int seed = 0; seed < crowds; seed += RANKED_AGAIN) {
      rankedAgain += rankAgain(policy, Crowd.ask(policy, seed, QUESTIONS));
    }
    assertThat(rankedAgain).isPositive();
    proveDraws(policy, propensities, crowds);
  }

  private static void proveDraws(
      Policy<?> policy, Function<Decided.Slate, double[]> propensities, int crowds) {
    Seen seen = new Seen();
    for (int seed = 0; seed < crowds; seed++) {
      Crowd.ask(policy, seed, QUESTIONS).forEach(row -> look(row, propensities, seen));
    }
    double probability = seen.truth.probability();
    System.out.printf(
        "propensities, %s: %d draws, chi-square %.1f of %d degrees, p %.3f; mean importance weight"
            + " of uniform %.4f, standard error %.4f; recomputed to %.0e%n",
        policy.name(),
        seen.decisions,
        seen.truth.statistic(),
        seen.truth.degrees(),
        probability,
        seen.mean(),
        seen.error(),
        seen.deviation);

    assertThat(seen.decisions).isEqualTo(crowds * QUESTIONS);
    assertThat(seen.deviation).isLessThan(1e-9);
    assertThat(probability).isGreaterThan(0.001);
    assertThat(seen.wrong.probability()).as("the control").isLessThan(1e-6);
    assertThat(seen.mean()).isCloseTo(1, Offset.offset(4 * seen.error() + 1e-9));
  }

  private static void look(
      Recorded row, Function<Decided.Slate, double[]> propensities, Seen seen) {
    if (row.event() instanceof Decided decided) {
      seen.add(decided, propensities.apply(decided.slate()));
    }
  }

  /** Of what is not a function of the scores alone; it is ranked again. */
  private static double[] asLogged(Decided.Slate slate) {
    return values(slate.propensities());
  }

  /** The floor evenly over all, the rest evenly over the best. */
  private static Function<Decided.Slate, double[]> floored(double floor) {
    return slate -> floored(values(slate.scores()), floor);
  }

  private static double[] floored(double[] scores, double floor) {
    double best = Arrays.stream(scores).max().orElseThrow();
    long ties = Arrays.stream(scores).filter(score -> score == best).count();
    return Arrays.stream(scores)
        .map(score -> floor / scores.length + (score == best ? (1 - floor) / ties : 0))
        .toArray();
  }

  /** The control: what another sampler would have done, that often takes the first. */
  private static double[] tilted(double[] propensities) {
    double[] tilted = Arrays.stream(propensities).map(p -> 0.9 * p).toArray();
    tilted[0] += 0.1;
    return tilted;
  }

  private static double[] values(DoubleColumn column) {
    double[] values = new double[column.size()];
    Arrays.setAll(values, column::get);
    return values;
  }

  /** Ranks every decision again, from what was logged before it: how many those were. */
  private static int rankAgain(Policy<?> policy, List<Recorded> log) {
    Learner learner = Learner.of(policy, SCHEMA, RULE.range());
    Map<TipId, Decision> decisions = new HashMap<>();
    for (Recorded row : log) {
      if (row.event() instanceof Decided decided) {
        Decision decision = new Decision(decided);
        decisions.put(decided.tip(), decision);
        assertThat(decided.by().seq()).isEqualTo(row.seq() - 1);
        assertThat(learner.rank(decision.slate(SCHEMA).orElseThrow()))
            .isEqualTo(decision.ranking());
      } else if (row.event() instanceof Reacted reacted) {
        Reward reward =
            new Reward(reacted.kind() == Kind.DONE ? RULE.range().most() : RULE.range().least());
        Decision decision = decisions.get(reacted.tip());
        learner.learn(new First(decision.occasion(SCHEMA).orElseThrow(), reward));
      }
    }
    return decisions.size();
  }
}
