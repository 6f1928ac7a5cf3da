package net.alogins.oo.policies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policies.kernel.Kernel;

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

  /** Weights are drawn once for each regression, in the order of its first candidate. */
  @Override
  public float[] draws(double alpha, int count, RandomGenerator random) {
    Map<Ridge, Kernel.Matrix> weights = new HashMap<>();
    float[] draws = new float[models.size() * count];
    for (int i = 0; i < models.size(); i++) {
      Ridge model = models.get(i);
      Kernel.Matrix drawn = weights.get(model);
      if (drawn == null) {
        drawn = model.spread().drawn(alpha * model.noise().unit(), count, random);
        weights.put(model, drawn);
      }
      candidates.times(drawn, i, draws, i * count);
    }
    return draws;
  }
}
