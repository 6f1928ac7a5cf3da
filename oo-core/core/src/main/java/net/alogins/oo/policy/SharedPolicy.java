package net.alogins.oo.policy;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A policy whose state is one for everybody: the usual kind.
 *
 * @param <S> its state, an immutable value
 */
public non-sealed interface SharedPolicy<S> extends Policy<S> {

  /** Scores and exact probabilities for every candidate; never empty, never NaN. */
  Ranking rank(S state, Slate slate, RandomGenerator random);

  /**
   * The state after {@code batch}. Learning in two batches equals learning their concatenation, bit
   * for bit.
   */
  S learn(S state, List<Experience> batch);

  /** What each feature added to the score of candidate {@code index}; empty if it cannot say. */
  default List<Contribution> explain(S state, Slate slate, int index) {
    return List.of();
  }
}
