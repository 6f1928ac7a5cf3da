package net.alogins.oo.policy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A policy with a state that everybody shares and one of each person's own.
 *
 * <p>A person's state is a function of their own experiences alone. Absorbing one yields what it
 * says to everybody else, a {@link Whitened} row; the shared state is the sum of these rows, so
 * that a person, or a correction, is taken out again by unfolding theirs.
 *
 * @param <S> the shared state, an immutable value
 * @param <U> a person's own state, an immutable value
 */
public non-sealed interface PersonalPolicy<S, U> extends Policy<S> {

  /** The own state of a person without experiences. */
  U newcomer(FeatureSchema schema, RewardRange range);

  /**
   * The person's next own state, and what the experience says to everybody. A person's experiences
   * are absorbed in the order of their decisions, whenever they become known.
   */
  Absorbed<U> absorb(U own, Experience.First experience);

  /** The shared state with {@code rows} added, one after the other. */
  S fold(S shared, List<Whitened> rows);

  /** The shared state with {@code rows} taken out again. */
  S unfold(S shared, List<Whitened> rows);

  /** Scores and exact probabilities for every candidate; never empty, never NaN. */
  Ranking rank(S shared, U own, Slate slate, RandomGenerator random);

  /** What each feature added to the score of candidate {@code index}; empty if it cannot say. */
  default List<Contribution> explain(S shared, U own, Slate slate, int index) {
    return List.of();
  }

  /** Writes an own state so that {@link #readOwn} gives it back bit for bit. */
  void writeOwn(U own, DataOutput out) throws IOException;

  /** The own state that {@link #writeOwn} wrote under the same schema. */
  U readOwn(FeatureSchema schema, RewardRange range, DataInput in) throws IOException;
}
