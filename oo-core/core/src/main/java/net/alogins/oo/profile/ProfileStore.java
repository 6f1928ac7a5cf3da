package net.alogins.oo.profile;

import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Where preferences are kept; bound to one tenant when it is made.
 *
 * <p>Consents are not kept here: they are facts of the log, so that what was learned under them can
 * be replayed. Calls may come from any thread; a failure is an unchecked exception.
 */
public interface ProfileStore {

  /** The preferences of {@code user}, or empty when they were never set. */
  Optional<Preferences> find(UserId user);

  /** Keeps {@code preferences} for {@code user}, durable on return. */
  void save(UserId user, Preferences preferences);
}
