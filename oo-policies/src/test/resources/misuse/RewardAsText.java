// compiler.err.cant.apply.symbol: a reward is a number
package misuse;

import net.alogins.oo.policy.Reward;

final class RewardAsText {

  Reward most() {
    return new Reward("done"); // wrong
    // right: return new Reward(1);
  }
}
