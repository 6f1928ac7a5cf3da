package net.alogins.oo.policies;

import java.util.function.UnaryOperator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Slate;

/**
 * What one regression, the same for all candidates, believes of them.
 *
 * @param model the regression
 * @param slate the candidates
 * @param see what it sees of each full row
 */
record RidgeBelief(Ridge model, Slate slate, UnaryOperator<double[]> see) implements Belief {

  private Rows candidates() {
    return Rows.of(slate, see);
  }

  @Override
  public DoubleColumn bounds(double alpha) {
    Rows candidates = candidates();
    DoubleColumn.Builder bounds = candidates.times(model.weights());
    if (alpha == 0) {
      return bounds.build();
    }
    double unit = alpha * model.noise().unit();
    double[] variances = candidates.variances(model);
    for (int i = 0; i < variances.length; i++) {
      bounds.set(i, bounds.get(i) + unit * Doubles.root(variances[i]));
    }
    return bounds.build();
  }

  @Override
  public Draws draws(double alpha) {
    Cholesky factor = model.factor();
    double unit = alpha * model.noise().unit();
    Rows candidates = candidates();
    return (count, random) ->
        candidates.times(Normal.about(model.weights(), unit, factor, count, random), count);
  }

  @Override
  public long rows() {
    return model.rows();
  }
}
