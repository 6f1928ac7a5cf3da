// compiler.err.cant.apply.symbols: a person is not a text
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.Advice;

final class TipForAText {

  Advice asked(Recommender recommender) {
    return recommender.tip("ada"); // wrong
    // right: return recommender.tip(new UserId("ada"));
  }
}
