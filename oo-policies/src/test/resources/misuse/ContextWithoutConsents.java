// compiler.err.cant.apply.symbol: a context knows what the person allows
package misuse;

import java.time.Instant;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.History;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Profile;

final class ContextWithoutConsents {

  Context asked(UserId user, Instant now, Profile profile) {
    return new Context(user, now, Attributes.none(), History.empty()); // wrong
    // right: return new Context(user, now, profile, Attributes.none(), History.empty());
  }
}
