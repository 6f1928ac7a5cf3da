package net.alogins.oo.policies.evaluation;

import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** Our estimators by the names that Open Bandit Pipeline gives them. */
final class Named {

  private static final Map<String, Supplier<Estimator>> PLAIN =
      Map.of(
          "ipw", Estimator::ips,
          "snipw", Estimator::snips,
          "dm", Estimator::dm,
          "dr", Estimator::dr,
          "sndr", Estimator::sndr);

  private static final Map<String, DoubleFunction<Estimator>> TUNED =
      Map.of(
          "ipw_clip", Estimator::clippedIps,
          "switch_dr_", Estimator::switchDr,
          "dros_", Estimator::shrunkDr,
          "sgipw_", Estimator::subGaussianIps,
          "sgdr_", Estimator::subGaussianDr);

  private Named() {}

  static Estimator of(String name) {
    if (PLAIN.containsKey(name)) {
      return PLAIN.get(name).get();
    }
    String family = name.replaceFirst("[0-9.]+$", "");
    return TUNED.get(family).apply(Double.parseDouble(name.substring(family.length())));
  }
}
