package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often intervals contain the true value, by what the verdict says of them: in logs of every
 * length and overlap, with ten actions and twenty contexts. The documentation has the figures of
 * {@code -Doo.logs=16000}.
 */
class CoverageTest {

  private static final int LOGS = Integer.getInteger("oo.logs", 800);
  private static final int CONTEXTS = 20;
  private static final int ACTIONS = 10;
  private static final int[] LENGTHS = {100, 300, 1000, 3000};

  private enum Kind {
    HOPELESS,
    ROUGH,
    GOOD
  }

  /** How many there were, and how many of them contained the value. */
  private static final class Tally {
    private int all;
    private int right;

    double share() {
      return (double) right / all;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d: %.3f", all, share());
    }
  }

  /** A world from a seed: chances of a reward, and two policies that are more or less alike. */
  private static final class World {

    private final SplittableRandom random;
    private final double[][] chances = new double[CONTEXTS][ACTIONS];
    private final double[][] logging = new double[CONTEXTS][];
    private final double[][] evaluated = new double[CONTEXTS][];

    World(long seed, double most) {
      random = new SplittableRandom(seed);
      double apart = random.nextDouble(0, 6);
      for (int c = 0; c < CONTEXTS; c++) {
        double[] taste = random.doubles(ACTIONS).toArray();
        chances[c] = random.doubles(ACTIONS, 0, most).toArray();
        logging[c] = distribution(taste, t -> StrictMath.exp(-apart * t));
        evaluated[c] = distribution(taste, t -> StrictMath.exp(.7 * apart * t));
      }
    }

    private static double[] distribution(double[] taste, DoubleUnaryOperator by) {
      double[] masses = new double[taste.length];
      for (int a = 0; a < masses.length; a++) {
        masses[a] = by.applyAsDouble(taste[a]);
      }
      double sum = Moments.sum(masses);
      for (int a = 0; a < masses.length; a++) {
        masses[a] /= sum;
      }
      return masses;
    }

    double value() {
      double value = 0;
      for (int c = 0; c < CONTEXTS; c++) {
        for (int a = 0; a < ACTIONS; a++) {
          value += evaluated[c][a] * chances[c][a] / CONTEXTS;
        }
      }
      return value;
    }

    Rounds log(int length) {
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        int c = random.nextInt(CONTEXTS);
        int chosen = Casino.draw(logging[c], random.nextDouble());
        double reward = random.nextDouble() < chances[c][chosen] ? 1 : 0;
        rounds.add(Round.of(chosen, reward, logging[c][chosen], evaluated[c]));
      }
      return new Rounds(rounds);
    }
  }

  private static Kind kind(Verdict verdict) {
    return verdict.estimate().map(e -> e.isRough() ? Kind.ROUGH : Kind.GOOD).orElse(Kind.HOPELESS);
  }

  /** Of all verdicts in worlds where a reward is as likely as {@code most}, at most. */
  private static Map<Kind, Tally> tallies(Estimator estimator, double most) {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (int seed = 0; seed < LOGS; seed++) {
      World world = new World(seed, most);
      Verdict verdict = estimator.evaluate(world.log(LENGTHS[seed % LENGTHS.length]));
      Tally tally = tallies.computeIfAbsent(kind(verdict), kind -> new Tally());
      tally.all++;
      tally.right += verdict.figures().interval().contains(world.value()) ? 1 : 0;
    }
    System.out.println(estimator + ", rewards up to " + most + ": " + tallies);
    return tallies;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, .1})
  void what_is_good_is_right_and_what_is_refused_is_not(double most) {
    Map<Kind, Tally> tallies = tallies(Estimator.ips(), most);

    assertThat(tallies.get(Kind.GOOD).share()).isBetween(.93, .97);
    assertThat(tallies.get(Kind.ROUGH).share()).isBetween(.82, .94);
    assertThat(tallies.get(Kind.HOPELESS).share()).isLessThan(.85);
  }

  @Test
  void self_normalised_is_judged_as_well() {
    Map<Kind, Tally> tallies = tallies(Estimator.snips(), 1);

    assertThat(tallies.get(Kind.GOOD).share()).isBetween(.93, .97);
    assertThat(tallies.get(Kind.HOPELESS).share()).isLessThan(.87);
  }
}
