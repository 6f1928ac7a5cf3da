package net.alogins.oo.policies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;

/**
 * What regressions believe.
 *
 * @param models one for each candidate, some the same
 * @param candidates what they see of each
 * @param rows how many were learned
 */
record ArmsBelief(List<Ridge> models, Rows candidates, long rows) implements Belief {

  ArmsBelief {
    models = List.copyOf(models);
  }

  @Override
  public DoubleColumn bounds(double alpha) {
    DoubleColumn.Builder bounds = DoubleColumn.builder(models.size());
    double[] own = new double[candidates.written()];
    for (int i = 0; i < bounds.size(); i++) {
      double[] row = candidates.row(i, own);
      Ridge model = models.get(i);
      double above =
          alpha == 0 ? 0 : alpha * model.noise().unit() * Doubles.root(model.variance(row));
      bounds.set(i, model.mean(row) + above);
    }
    return bounds.build();
  }

  @Override
  public Draws draws(double alpha) {
    Map<Ridge, Cholesky> known = new HashMap<>();
    List<Cholesky> factors =
        models.stream().map(model -> known.computeIfAbsent(model, Ridge::factor)).toList();
    return (count, random) -> drawn(alpha, factors, count, random);
  }

  /** Weights are drawn once for each regression, in the order of its first candidate. */
  private double[][] drawn(
      double alpha, List<Cholesky> factors, int count, RandomGenerator random) {
    Map<Ridge, double[][]> drawn = new HashMap<>();
    double[][] values = new double[models.size()][count];
    double[] own = new double[candidates.written()];
    for (int i = 0; i < values.length; i++) {
      Cholesky factor = factors.get(i);
      double[][] weights =
          drawn.computeIfAbsent(
              models.get(i),
              model ->
                  Normal.about(
                      model.weights(), alpha * model.noise().unit(), factor, count, random));
      Doubles.addAll(values[i], candidates.row(i, own), weights, 0, weights.length);
    }
    return values;
  }
}
