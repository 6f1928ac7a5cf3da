package net.alogins.oo.policies.evaluation;

import java.util.stream.IntStream;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.tip.Decision;

/**
 * One logged decision, its reward, and what the evaluated policy would have done in its place.
 *
 * @param chosen index of the action that the log chose, 0 to k - 1
 * @param reward what came of it, any finite number
 * @param propensity the probability that the log chose it with, above 0, at most 1
 * @param probabilities k values, k at least 1: the probability that the evaluated policy gives each
 *     action; none below 0, their sum 1 to within 1e-6
 * @param expected k values: the reward that a model expects of each action; or none, without a
 *     model. The model must not have learned from this round, else it is believed too much
 */
public record Round(
    int chosen,
    double reward,
    double propensity,
    DoubleColumn probabilities,
    DoubleColumn expected) {

  private static final double TOLERANCE = 1e-6;
  private static final DoubleColumn NOTHING = DoubleColumn.of();

  public Round {
    if (probabilities.size() == 0) {
      throw new IllegalArgumentException("a round must have at least one action but has none");
    }
    if (chosen < 0 || chosen >= probabilities.size()) {
      throw new IllegalArgumentException(
          "a chosen action must be 0 to " + (probabilities.size() - 1) + " but was " + chosen);
    }
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException("a reward must be finite but was " + reward);
    }
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException("a propensity must be in (0, 1] but was " + propensity);
    }
    requireDistribution(probabilities);
    if (expected.size() != 0) {
      requireLength("a model's rewards", expected, "probabilities", probabilities.size());
    }
  }

  private static void requireLength(String name, DoubleColumn column, String those, int length) {
    if (column.size() != length) {
      throw new IllegalArgumentException(
          name
              + " must be as many as the "
              + those
              + ", "
              + length
              + ", but were "
              + column.size());
    }
  }

  private static void requireDistribution(DoubleColumn probabilities) {
    double sum = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      double p = probabilities.get(i);
      if (p < 0) {
        throw new IllegalArgumentException("a probability must be at least 0 but was " + p);
      }
      sum += p;
    }
    if (!(StrictMath.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException("probabilities must sum to 1 but was " + sum);
    }
  }

  /** A round without a reward model; the array is copied. */
  public static Round of(int chosen, double reward, double propensity, double... probabilities) {
    return new Round(chosen, reward, propensity, DoubleColumn.of(probabilities), NOTHING);
  }

  /**
   * A decision of the recommender's log, without a reward model.
   *
   * @param reward what came of it
   * @param probabilities one for each candidate, in the order of the decision's slate
   * @throws IllegalArgumentException if a candidate of the decision could not have been drawn, or
   *     the probabilities are not as many as its candidates
   */
  public static Round of(Decision decision, double reward, DoubleColumn probabilities) {
    Decided decided = decision.event();
    if (!isEvaluable(decided.slate().propensities())) {
      throw new IllegalArgumentException(
          "every candidate of a decision must have a propensity above 0 but one had 0");
    }
    requireLength("probabilities", probabilities, "candidates", decided.slate().size());
    return new Round(decided.chosen(), reward, decided.propensity(), probabilities, NOTHING);
  }

  private static boolean isEvaluable(DoubleColumn propensities) {
    return IntStream.range(0, propensities.size()).allMatch(i -> propensities.get(i) > 0);
  }

  /** This round with the rewards that a model expects, one for each action; they are copied. */
  public Round expecting(double... rewards) {
    DoubleColumn copied = DoubleColumn.of(rewards);
    requireLength("a model's rewards", copied, "probabilities", probabilities.size());
    return new Round(chosen, reward, propensity, probabilities, copied);
  }

  /** How much more often than the log the evaluated policy makes this choice: the weight. */
  double weight() {
    return probabilities.get(chosen) / propensity;
  }

  boolean hasModel() {
    return expected.size() != 0;
  }

  /** What the model expects of the evaluated policy here. */
  double baseline() {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      sum += probabilities.get(i) * expected.get(i);
      all += probabilities.get(i);
    }
    return sum / all;
  }

  /** By how much the reward surprised the model. */
  double surprise() {
    return reward - expected.get(chosen);
  }
}
