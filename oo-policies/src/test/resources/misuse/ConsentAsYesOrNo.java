// compiler.err.cant.apply.symbol: a consent names its purposes
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

final class ConsentAsYesOrNo {

  void allow(Recommender recommender, UserId user) {
    recommender.profiles().consent(user, true); // wrong
    // right: recommender.profiles().consent(user, Consents.of(Purpose.RECOMMEND));
  }
}
