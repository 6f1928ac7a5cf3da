package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int RANKED_AGAIN = 10;

  @Test
  void the_standard_policy_draws_what_it_logs() {
    prove(Policies.standard(), 0.01, 84);
  }

  @Test
  void epsilon_greedy_draws_what_it_logs() {
    prove(Policies.epsilonGreedy(0.1), 0.1, 8);
  }

  @Test
  void uniform_draws_what_it_logs() {
    prove(Policies.uniform(), 1, 10);
  }

  /** What was seen of one policy. */
  private static final class Seen {

    private final Frequencies truth = new Frequencies();
    private final Frequencies wrong = new Frequencies();
    private double weights;
    private double squares;
    private int decisions;
    private double deviation;
    private int rankedAgain;

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

  private static void prove(Policy<?> policy, double floor, int crowds) {
    Seen seen = new Seen();
    for (int seed = 0; seed < crowds; seed++) {
      List<Recorded> log = Crowd.ask(policy, seed, QUESTIONS);
      log.forEach(row -> look(row, floor, seen));
      if (seed % RANKED_AGAIN == 0) {
        seen.rankedAgain += rankAgain(policy, log);
      }
    }
    double probability = seen.truth.probability();
    System.out.printf(
        "propensities, %s: %d draws, chi-square %.1f of %d degrees, p %.3f; mean importance weight"
            + " of uniform %.4f, standard error %.4f; recomputed to %.0e, %d ranked again%n",
        policy.name(),
        seen.decisions,
        seen.truth.statistic(),
        seen.truth.degrees(),
        probability,
        seen.mean(),
        seen.error(),
        seen.deviation,
        seen.rankedAgain);

    assertThat(seen.decisions).isEqualTo(crowds * QUESTIONS);
    assertThat(seen.deviation).isLessThan(1e-9);
    assertThat(probability).isGreaterThan(0.001);
    assertThat(seen.wrong.probability()).as("the control").isLessThan(1e-6);
    assertThat(seen.mean()).isCloseTo(1, Offset.offset(4 * seen.error() + 1e-9));
  }

  private static void look(Recorded row, double floor, Seen seen) {
    if (row.event() instanceof Decided decided) {
      double[] recomputed = floored(values(decided.slate().scores()), floor);
      seen.add(decided, recomputed);
    }
  }

  /** The floor evenly over all, the rest evenly over the best. */
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
