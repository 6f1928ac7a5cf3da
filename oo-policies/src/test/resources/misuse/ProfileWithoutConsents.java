// compiler.err.cant.apply.symbol: a profile says what the person allows
package misuse;

import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;

final class ProfileWithoutConsents {

  Profile of(Preferences preferences) {
    return new Profile(preferences); // wrong
    // right: return new Profile(preferences, Consents.standard());
  }
}
