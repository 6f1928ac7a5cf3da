package net.alogins.oo.policies.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A bandit whose value is known: three kinds of moments, four arms, rewards 0 or 1. The log mostly
 * plays by one table of probabilities; the evaluated policy plays by another.
 */
final class Casino {

  private static final double[][] CHANCES = {
    {.1, .3, .5, .7}, {.8, .2, .4, .1}, {.5, .5, .9, .3},
  };
  private static final double[][] LOGGING = {
    {.4, .3, .2, .1}, {.2, .2, .3, .3}, {.25, .25, .25, .25},
  };
  private static final double[][] EVALUATED = {
    {.1, .2, .3, .4}, {.6, .2, .1, .1}, {.05, .05, .8, .1},
  };

  /** A reward model that is wrong, but not without use. */
  private static final double[][] MODEL = {
    {.2, .2, .6, .6}, {.6, .3, .3, .3}, {.4, .4, .7, .4},
  };

  private Casino() {}

  /** What the evaluated policy earns. */
  static double value() {
    double value = 0;
    for (int moment = 0; moment < CHANCES.length; moment++) {
      for (int arm = 0; arm < CHANCES[moment].length; arm++) {
        value += EVALUATED[moment][arm] * CHANCES[moment][arm] / CHANCES.length;
      }
    }
    return value;
  }

  static Rounds play(int rounds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Round> played = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      int moment = random.nextInt(CHANCES.length);
      int arm = draw(LOGGING[moment], random.nextDouble());
      double reward = random.nextDouble() < CHANCES[moment][arm] ? 1 : 0;
      played.add(
          Round.of(arm, reward, LOGGING[moment][arm], EVALUATED[moment]).expecting(MODEL[moment]));
    }
    return new Rounds(played);
  }

  static int draw(double[] probabilities, double at) {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      sum += probabilities[i];
      if (at < sum) {
        return i;
      }
    }
    return probabilities.length - 1;
  }

  /** {@code rounds} with each propensity a fraction of the right one. */
  static Rounds misreported(Rounds rounds, double fraction) {
    return new Rounds(
        rounds.all().stream()
            .map(
                r ->
                    new Round(
                        r.chosen(),
                        r.reward(),
                        r.propensity() * fraction,
                        r.probabilities(),
                        r.expected()))
            .toList());
  }

  /** Rounds with two arms that have these weights, and reward 1. */
  static Rounds weighing(double... weights) {
    double largest = Arrays.stream(weights).max().orElseThrow();
    double propensity = 1 / StrictMath.max(1, largest);
    return new Rounds(
        Arrays.stream(weights)
            .mapToObj(w -> Round.of(0, 1, propensity, w * propensity, 1 - w * propensity))
            .toList());
  }

  /** {@code rounds} that all have the same reward. */
  static Rounds paying(double reward, Rounds rounds) {
    return new Rounds(
        rounds.all().stream()
            .map(
                r -> new Round(r.chosen(), reward, r.propensity(), r.probabilities(), r.expected()))
            .toList());
  }
}
