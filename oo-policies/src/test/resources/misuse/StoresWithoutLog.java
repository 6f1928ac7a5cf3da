// compiler.err.cant.apply.symbol: the log is the system of record
package misuse;

import net.alogins.oo.Stores;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.policy.StateStore;
import net.alogins.oo.profile.ProfileStore;
import net.alogins.oo.tip.TipScores;

final class StoresWithoutLog {

  Stores kept(EventLog log, ProfileStore profiles, TipScores scores, StateStore states) {
    return new Stores(profiles, scores, states); // wrong
    // right: return new Stores(log, profiles, scores, states);
  }
}
