package net.alogins.oo.policies;

import net.alogins.oo.policies.HierarchicalLinear.Mine;
import net.alogins.oo.policies.HierarchicalLinear.Shared;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.testkit.PersonalPolicyContract;

class HierarchicalLinearTest extends PersonalPolicyContract<Shared, Mine> {

  @Override
  protected PersonalPolicy<Shared, Mine> policy() {
    return new HierarchicalLinear(
        "linear", Exploration.greedy().withFloor(.02), Prior.dueThenPriority());
  }
}
