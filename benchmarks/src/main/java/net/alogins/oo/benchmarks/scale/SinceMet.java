package net.alogins.oo.benchmarks.scale;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;

/** States in another store, which is not asked about strangers. */
record SinceMet(StateStore kept, Predicate<UserId> areStrangers) implements StateStore {

  @Override
  public Optional<Saved> own(StateKey key, UserId user, long atMost) {
    return areStrangers.test(user) ? Optional.empty() : kept.own(key, user, atMost);
  }

  @Override
  public Optional<Saved> shared(StateKey key, long atMost) {
    return kept.shared(key, atMost);
  }

  @Override
  public OptionalLong base(StateKey key) {
    return kept.base(key);
  }

  @Override
  public void saveOwn(StateKey key, Map<UserId, Saved> people) {
    kept.saveOwn(key, people);
  }

  @Override
  public void saveShared(StateKey key, Saved shared, boolean isBase) {
    kept.saveShared(key, shared, isBase);
  }

  @Override
  public void drop(StateKey key, long seq) {
    kept.drop(key, seq);
  }
}
