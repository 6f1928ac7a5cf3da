// compiler.err.cant.apply.symbol: a number is not a reward
package misuse;

import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Reward;

final class BareReward {

  First learned(Occasion occasion) {
    return new First(occasion, 1.0); // wrong
    // right: return new First(occasion, new Reward(1.0));
  }
}
