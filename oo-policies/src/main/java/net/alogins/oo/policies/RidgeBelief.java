package net.alogins.oo.policies;

import java.util.function.UnaryOperator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Slate;

/**
 * What one regression, the same for all candidates, believes of them. Weights are drawn, or, where
 * candidates are few beside columns, at once what the candidates are worth: it is as probable, and
 * needs fewer random numbers.
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
  public Draws draws(double alpha, int votes) {
    double unit = alpha * model.noise().unit();
    Rows candidates = candidates();
    if (candidates.count() > Math.min(votes, model.weights().length / 2)) {
      return (count, random) ->
          candidates.times(Normal.about(model.weights(), unit, model.root(), count, random));
    }
    double[] means = Doubles.of(candidates.times(model.weights()).build());
    double[][] root = Cholesky.of(candidates.covariance(model)).columns();
    return (count, random) -> Normal.about(means, unit, root, count, random);
  }

  @Override
  public long rows() {
    return model.rows();
  }
}
