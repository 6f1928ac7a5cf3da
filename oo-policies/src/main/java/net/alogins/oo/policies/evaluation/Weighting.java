package net.alogins.oo.policies.evaluation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What an estimator makes of the weights: n values from n values, the given ones left alone. */
@FunctionalInterface
interface Weighting {

  double[] apply(double[] weights);

  /** n values whose mean has the error of the estimate. */
  default double[] errors(Terms terms) {
    return terms.worth(this);
  }

  static Weighting each(DoubleUnaryOperator change) {
    return weights -> Arrays.stream(weights).map(change).toArray();
  }

  /**
   * Divided by their mean; all 0 stay 0. The mean of the weights errs too, and takes part of the
   * error with it: by the delta method what is left is that of surprises less their own mean.
   */
  record Normalised() implements Weighting {

    @Override
    public double[] apply(double[] weights) {
      double mean = Moments.mean(weights);
      return mean == 0 ? weights.clone() : Arrays.stream(weights).map(w -> w / mean).toArray();
    }

    @Override
    public double[] errors(Terms terms) {
      return terms.centred(this).worth(this);
    }
  }
}
