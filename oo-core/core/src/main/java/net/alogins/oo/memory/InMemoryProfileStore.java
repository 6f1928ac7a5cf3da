package net.alogins.oo.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.ProfileStore;

/** Preferences in memory: they are forgotten when the process ends. */
public final class InMemoryProfileStore implements ProfileStore {

  private final Map<UserId, Preferences> preferences = new ConcurrentHashMap<>();

  /** An empty store. */
  public InMemoryProfileStore() {}

  @Override
  public Optional<Preferences> find(UserId user) {
    return Optional.ofNullable(preferences.get(user));
  }

  @Override
  public void save(UserId user, Preferences newPreferences) {
    preferences.put(user, newPreferences);
  }
}
