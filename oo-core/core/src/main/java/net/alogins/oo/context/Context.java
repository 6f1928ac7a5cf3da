package net.alogins.oo.context;

import java.time.Instant;
import java.time.ZonedDateTime;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;

/**
 * What is known about a person at the moment of asking; there is none without their consents.
 *
 * @param user who asks
 * @param now when
 * @param profile their preferences and consents
 * @param attributes what the host knows about this moment
 * @param history what lately happened with each candidate
 */
public record Context(
    UserId user, Instant now, Profile profile, Attributes attributes, History history) {

  public Consents consents() {
    return profile.consents();
  }

  public Preferences preferences() {
    return profile.preferences();
  }

  /** The moment on the person's own clock. */
  public ZonedDateTime localTime() {
    return now.atZone(preferences().zone());
  }
}
