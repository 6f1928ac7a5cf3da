// compiler.err.cant.apply.symbol: a history comes in pages
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.Page;

final class HistoryWithoutPage {

  Page past(Recommender recommender, UserId user) {
    return recommender.history(user); // wrong
    // right: return recommender.history(user, Page.Request.first(10));
  }
}
