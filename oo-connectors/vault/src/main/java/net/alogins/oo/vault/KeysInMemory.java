package net.alogins.oo.vault;

import java.util.Optional;
import java.util.function.Supplier;

/** Keys that nobody keeps. */
final class KeysInMemory extends KeyPlace {

  private volatile Optional<MasterKeys> keys = Optional.empty();

  @Override
  Optional<MasterKeys> load() {
    return keys;
  }

  @Override
  void save(MasterKeys fresh) {
    keys = Optional.of(fresh);
  }

  @Override
  synchronized <T> T exclusively(Supplier<T> change) {
    return change.get();
  }

  @Override
  String name() {
    return "the master keys in memory";
  }
}
