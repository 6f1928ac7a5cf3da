// compiler.err.prob.found.req: there may be no tip
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.Tip;

final class AdviceTakenForATip {

  String title(Recommender recommender, UserId user) {
    Tip tip = recommender.tip(user); // wrong
    return tip.title(); // wrong
    // right: return recommender.tip(user).tip().map(Tip::title).orElse("nothing to do");
  }
}
