package net.alogins.oo;

import net.alogins.oo.id.UserId;
import net.alogins.oo.internal.Engine;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;

/** What people prefer and allow; a change holds from the next question on. */
public final class Profiles {

  private final Engine engine;

  Profiles(Engine engine) {
    this.engine = engine;
  }

  /**
   * What {@code user} prefers and allows, with the recommender's defaults for what they never said.
   */
  public Profile of(UserId user) {
    return engine.profile(user);
  }

  /** From now on {@code user} allows exactly {@code consents}: durable on return. */
  public void consent(UserId user, Consents consents) {
    engine.consent(user, consents);
  }

  /** From now on {@code user} prefers {@code preferences}: durable on return. */
  public void prefer(UserId user, Preferences preferences) {
    engine.prefer(user, preferences);
  }
}
