package net.alogins.oo.policies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Slate;

/**
 * What regressions believe.
 *
 * @param models one for each candidate, some the same
 * @param rowOf the row of a candidate, good until the next is asked for
 * @param rows how many were learned
 */
record RidgeBelief(List<Ridge> models, IntFunction<double[]> rowOf, long rows) implements Belief {

  private static final double NARROWING = 3;

  RidgeBelief {
    models = List.copyOf(models);
  }

  /**
   * What regressions believe of a slate.
   *
   * @param models one for each candidate
   * @param see what it sees of a full row, which is overwritten later
   */
  static RidgeBelief of(Slate slate, List<Ridge> models, UnaryOperator<double[]> see, long rows) {
    FeatureSchema schema = slate.schema();
    double[] row = new double[schema.width()];
    schema.expand(slate, 0, row);
    if (schema.candidateWidth() == 0) {
      double[] seen = see.apply(row);
      return new RidgeBelief(models, i -> seen, rows);
    }
    return new RidgeBelief(
        models,
        i -> {
          schema.expand(slate, i, row);
          return see.apply(row);
        },
        rows);
  }

  @Override
  public double[] bounds(double alpha) {
    double[] bounds = new double[models.size()];
    for (int i = 0; i < bounds.length; i++) {
      double[] row = rowOf.apply(i);
      Ridge model = models.get(i);
      double above = alpha == 0 ? 0 : alpha * unit(model) * StrictMath.sqrt(model.variance(row));
      bounds[i] = model.mean(row) + above;
    }
    return bounds;
  }

  /**
   * The noise, and more while few rows say how large it is, as with Student's t. Without it, an arm
   * that was right at once keeps others from ever being tried.
   */
  private static double unit(Ridge model) {
    return model.noise() * (1 + NARROWING / (1 + model.rows()));
  }

  @Override
  public Draws draws(double alpha) {
    Map<Ridge, Cholesky> known = new HashMap<>();
    List<Cholesky> factors =
        models.stream().map(model -> known.computeIfAbsent(model, Ridge::factor)).toList();
    return random -> drawn(alpha, factors, random);
  }

  /** Weights are drawn once for each regression, in the order of its first candidate. */
  private double[] drawn(double alpha, List<Cholesky> factors, RandomGenerator random) {
    Map<Ridge, double[]> drawn = new HashMap<>();
    double[] values = new double[models.size()];
    for (int i = 0; i < values.length; i++) {
      Cholesky factor = factors.get(i);
      double[] weights =
          drawn.computeIfAbsent(
              models.get(i),
              model -> Normal.about(model.weights(), alpha * unit(model), factor, random));
      values[i] = Doubles.dot(weights, rowOf.apply(i));
    }
    return values;
  }
}
