// compiler.err.cant.apply.symbol: a snooze says until when
package misuse;

import java.time.Instant;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.Reaction;

final class SnoozeWithoutItsEnd {

  Reaction later(TipId tip, Instant end) {
    return Reaction.snooze(tip); // wrong
    // right: return Reaction.snooze(tip, end);
  }
}
