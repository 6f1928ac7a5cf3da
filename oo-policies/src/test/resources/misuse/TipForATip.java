// compiler.err.cant.apply.symbols: a tip is for a person
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.Advice;

final class TipForATip {

  Advice asked(Recommender recommender, UserId user, TipId tip) {
    return recommender.tip(tip); // wrong
    // right: return recommender.tip(user);
  }
}
