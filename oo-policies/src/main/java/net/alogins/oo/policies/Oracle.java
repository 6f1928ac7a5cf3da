package net.alogins.oo.policies;

import net.alogins.oo.policy.Policy;

/** What learns how much candidates are worth. Goes with any {@link Exploration}. */
public enum Oracle {

  /**
   * One ridge regression (Hoerl and Kennard 1970) on full rows, the same for everybody; where the
   * features cross a block with {@link net.alogins.oo.policy.Cross#ARM}, one for each arm.
   */
  LINEAR {
    @Override
    Policy<?> with(Exploration exploration) {
      return SharedLinear.of(exploration);
    }
  },

  /**
   * The same with 256 random cosine features of the row behind it (Rahimi and Recht 2007), which
   * see what is not linear. Columns should be of one scale.
   */
  RANDOM_FEATURES {
    @Override
    Policy<?> with(Exploration exploration) {
      return SharedLinear.withRandomFeatures(exploration);
    }
  },

  /**
   * The same, which scales the columns itself and decides by evidence (MacKay 1992) how much of the
   * world is linear.
   */
  ADAPTIVE {
    @Override
    Policy<?> with(Exploration exploration) {
      return new Adaptive(exploration);
    }
  },

  /**
   * A linear model that everybody shares, and each person's deviations from it, estimated jointly
   * (Henderson 1975) and fading. At first it follows due dates and priorities.
   */
  HIERARCHICAL {
    @Override
    Policy<?> with(Exploration exploration) {
      return new HierarchicalLinear(
          "hierarchical-" + exploration.name(), exploration, Prior.dueThenPriority());
    }
  };

  abstract Policy<?> with(Exploration exploration);
}
