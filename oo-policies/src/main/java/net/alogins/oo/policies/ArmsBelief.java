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
  public Draws draws(double alpha, int votes) {
    return (count, random) -> drawn(alpha, count, random);
  }

  /** Weights are drawn once for each regression, in the order of its first candidate. */
  private double[][] drawn(double alpha, int count, RandomGenerator random) {
    Map<Ridge, double[][]> drawn = new HashMap<>();
    double[][] values = new double[count][models.size()];
    double[] own = new double[candidates.written()];
    for (int i = 0; i < models.size(); i++) {
      double[] row = candidates.row(i, own);
      double[][] weights =
          drawn.computeIfAbsent(models.get(i), model -> about(model, alpha, count, random));
      for (int k = 0; k < count; k++) {
        values[k][i] = Doubles.dot(weights[k], row, row.length);
      }
    }
    return values;
  }

  private static double[][] about(Ridge model, double alpha, int count, RandomGenerator random) {
    double unit = alpha * model.noise().unit();
    return Normal.about(model.weights(), unit, model.root(), count, random);
  }
}
