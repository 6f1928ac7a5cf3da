package net.alogins.oo.vault;

import java.util.Optional;
import java.util.function.Supplier;
import net.alogins.oo.signal.VaultException;

/** Keys that the host has brought as a text. */
final class KeyText extends KeyPlace {

  static final String NAME = "the text of the master keys";

  private final MasterKeys keys;

  KeyText(String text) {
    this.keys = MasterKeys.parsed(text, NAME);
  }

  @Override
  Optional<MasterKeys> load() {
    return Optional.of(keys);
  }

  @Override
  void save(MasterKeys fresh) {
    throw new VaultException(NAME + " must be changed where it comes from");
  }

  @Override
  <T> T exclusively(Supplier<T> change) {
    return change.get();
  }

  @Override
  String name() {
    return NAME;
  }
}
