package net.alogins.oo.policies;

import java.util.Map;
import net.alogins.oo.policy.FeatureSchema;

/**
 * What a linear policy believes before it has learned anything: the mean of each weight, in units
 * of the reward range's width.
 *
 * @param means by column name; columns that are absent have mean 0
 */
record Prior(Map<String, Double> means) {

  Prior {
    means = Map.copyOf(means);
  }

  /**
   * Prefers what is due, and among equally due what is urgent: the steps between due dates are
   * larger than all of priority, so that at first the order is that of a sorted list.
   */
  static Prior dueThenPriority() {
    return new Prior(
        Map.of(
            "due=overdue", 0.20,
            "due=today", 0.15,
            "due=week", 0.10,
            "due=later", 0.05,
            "priority=1", 0.04,
            "priority=2", 0.03,
            "priority=3", 0.02,
            "priority=4", 0.01));
  }

  /** One mean per column of a full row. */
  double[] weights(FeatureSchema schema) {
    return schema.columns().stream().mapToDouble(c -> means.getOrDefault(c, 0.0)).toArray();
  }
}
