// compiler.err.not.def.public.cant.access: rules are made by RewardRule
package misuse;

import net.alogins.oo.reaction.RewardRule;

final class StandardRuleByHand {

  RewardRule rule() {
    return new net.alogins.oo.reaction.StandardRule(); // wrong
    // right: return RewardRule.standard();
  }
}
