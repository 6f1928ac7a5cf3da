// compiler.err.cant.apply.symbols: nobody reacted
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;

final class ReactionWithoutUser {

  void done(Recommender recommender, UserId user, TipId tip) {
    recommender.react(Reaction.done(tip)); // wrong
    // right: recommender.react(user, Reaction.done(tip));
  }
}
