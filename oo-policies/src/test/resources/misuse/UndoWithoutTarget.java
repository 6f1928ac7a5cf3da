// compiler.err.cant.apply.symbol: an undo says what it takes back
package misuse;

import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.Reaction;

final class UndoWithoutTarget {

  Reaction back(TipId tip, ReactionId press) {
    return Reaction.undo(tip); // wrong
    // right: return Reaction.undo(tip, press);
  }
}
