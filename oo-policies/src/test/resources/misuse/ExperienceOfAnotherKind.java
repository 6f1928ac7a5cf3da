// compiler.err.cant.inherit.from.sealed: an experience is the first or a correction
package misuse;

import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Reward;

final class ExperienceOfAnotherKind {

  record Guess(Occasion occasion) implements Experience {} // wrong
  // right: Experience guess(Occasion occasion) { return new Experience.First(occasion, new Reward(0)); }
}
