package net.alogins.oo.policies;

import net.alogins.oo.event.DoubleColumn;

/**
 * What one regression, the same for all candidates, believes of them.
 *
 * @param model the regression
 * @param candidates what it sees of each
 */
record RidgeBelief(Ridge model, Rows candidates) implements Belief {

  @Override
  public DoubleColumn bounds(double alpha) {
    DoubleColumn.Builder bounds = candidates.times(model.weights());
    if (alpha > 0) {
      double unit = alpha * model.noise().unit();
      double[] variances = candidates.variances(model);
      for (int i = 0; i < bounds.size(); i++) {
        bounds.set(i, bounds.get(i) + unit * Doubles.root(variances[i]));
      }
    }
    return bounds.build();
  }

  @Override
  public Draws draws(double alpha) {
    Cholesky factor = model.factor();
    double unit = alpha * model.noise().unit();
    return (count, random) ->
        candidates.times(Normal.about(model.weights(), unit, factor, count, random), count);
  }

  @Override
  public long rows() {
    return model.rows();
  }
}
