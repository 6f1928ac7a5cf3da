package net.alogins.oo.policies.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The logged decisions that a policy is evaluated by. Each slate has a size of its own.
 *
 * @param all n rounds, n at least 1; either each has a reward model's values or none has
 */
public record Rounds(List<Round> all) {

  public Rounds {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one round but was none");
    }
    boolean modelled = all.get(0).hasModel();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).hasModel() != modelled) {
        throw new IllegalArgumentException(
            "a reward model must be in every round or in none but is not so in round " + i);
      }
    }
  }

  /**
   * Rounds from columns, one element each; everything is copied.
   *
   * @param chosen n indices
   * @param rewards n values
   * @param propensities n values
   * @param probabilities n rows, one value for each action of the round
   * @throws IllegalArgumentException naming the rule, and the first round that breaks it
   */
  public static Rounds of(
      int[] chosen, double[] rewards, double[] propensities, double[][] probabilities) {
    requireLength("rewards", rewards.length, chosen.length);
    requireLength("propensities", propensities.length, chosen.length);
    requireLength("probabilities", probabilities.length, chosen.length);
    return new Rounds(
        numbered(
            chosen.length,
            i -> Round.of(chosen[i], rewards[i], propensities[i], probabilities[i])));
  }

  /** These rounds with the rewards that a model expects: n rows, one value for each action. */
  public Rounds expecting(double[][] rewards) {
    requireLength("a model's rewards", rewards.length, size());
    return new Rounds(numbered(size(), i -> all.get(i).expecting(rewards[i])));
  }

  /** The number of rounds. */
  public int size() {
    return all.size();
  }

  boolean hasModel() {
    return all.get(0).hasModel();
  }

  private static void requireLength(String name, int length, int rounds) {
    if (length != rounds) {
      throw new IllegalArgumentException(
          name + " must be as many as the rounds, " + rounds + ", but were " + length);
    }
  }

  private interface Making {
    Round make(int number);
  }

  private static List<Round> numbered(int count, Making making) {
    List<Round> rounds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      try {
        rounds.add(making.make(i));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(e.getMessage() + " in round " + i, e);
      }
    }
    return rounds;
  }
}
