// compiler.err.cant.inherit.from.sealed: an advice is a tip or a silence
package misuse;

import java.util.Optional;
import net.alogins.oo.tip.Advice;
import net.alogins.oo.tip.Silence;
import net.alogins.oo.tip.Tip;

final class AdviceOfAnotherKind {

  record Shrug(Optional<Tip> tip) implements Advice {} // wrong
  // right: Advice shrug() { return new Advice.Silent(Silence.NONE_OPEN); }
}
