package net.alogins.oo.policies;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Slate;

/**
 * What one regression, the same for all candidates, believes of them.
 *
 * @param model the regression
 * @param slate the candidates
 * @param seen what it sees of the candidates, if that is not simply their full rows
 */
record RidgeBelief(Ridge model, Slate slate, Optional<Rows> seen) implements Belief {

  RidgeBelief(Ridge model, Slate slate, UnaryOperator<double[]> see) {
    this(model, slate, see == Rows.FULL ? Optional.empty() : Optional.of(Rows.of(slate, see)));
  }

  private Rows candidates() {
    return seen.isPresent() ? seen.get() : Rows.of(slate, Rows.FULL);
  }

  private DoubleColumn.Builder means() {
    return seen.isPresent()
        ? seen.get().times(model.weights())
        : Linear.scores(model.weights(), slate);
  }

  @Override
  public DoubleColumn bounds(double alpha) {
    DoubleColumn.Builder bounds = means();
    if (alpha == 0) {
      return bounds.build();
    }
    double unit = alpha * model.noise().unit();
    double[] variances = candidates().variances(model);
    for (int i = 0; i < variances.length; i++) {
      bounds.set(i, bounds.get(i) + unit * Doubles.root(variances[i]));
    }
    return bounds.build();
  }

  /**
   * A product of three matrices, the candidates', the root and the draws; the cheaper one first.
   */
  @Override
  public float[] draws(double alpha, int count, RandomGenerator random) {
    double unit = alpha * model.noise().unit();
    Rows candidates = candidates();
    Spread spread = model.spread();
    if (candidates.count() > 2 * count) {
      return candidates.times(spread.drawn(unit, count, random), count);
    }
    float[] images = candidates.times(spread.images(), spread.width());
    float[] draws = new float[candidates.count() * count];
    Normal.draws(spread.width(), count, unit, random)
        .times(images, 0, candidates.count(), draws, 0);
    return draws;
  }

  @Override
  public long rows() {
    return model.rows();
  }
}
