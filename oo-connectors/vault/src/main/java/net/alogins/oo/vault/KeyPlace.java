package net.alogins.oo.vault;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import net.alogins.oo.signal.VaultException;

/** Where the master keys of a vault lie: not where the secrets do. */
public abstract sealed class KeyPlace permits KeyFile, KeyText, KeysInMemory {

  KeyPlace() {}

  /**
   * A file that only its owner has any right to, where the file system knows owners. It is written
   * as a whole and flushed; a lock on {@code <file>.lock} lets one change it at a time.
   */
  public static KeyPlace file(Path file) {
    return new KeyFile(file);
  }

  /**
   * A text, as {@link #withNewKey} writes one, that the host has from somewhere else, such as a
   * variable of its environment. Nobody but the host can change it.
   */
  public static KeyPlace text(String text) {
    return new KeyText(text);
  }

  /** Nowhere but here: the keys end with the process, and secrets that outlive it are lost. */
  public static KeyPlace memory() {
    return new KeysInMemory();
  }

  /**
   * The text of the keys of {@code text}, which may be empty, and of a new one that seals from now
   * on.
   *
   * @throws VaultException if the text is no text of keys
   */
  public static String withNewKey(String text) {
    return text.isEmpty()
        ? MasterKeys.fresh().text()
        : MasterKeys.parsed(text, KeyText.NAME).withFreshPrimary().text();
  }

  /** The keys, if there are any. */
  abstract Optional<MasterKeys> load();

  /** Keeps {@code keys}, all of them or none, before it returns. */
  abstract void save(MasterKeys keys);

  /** What {@code change} returns, while nobody else changes the keys. */
  abstract <T> T exclusively(Supplier<T> change);

  /** What the place is called in a message. */
  abstract String name();

  @Override
  public final String toString() {
    return name();
  }

  /** The keys, which must be there. */
  final MasterKeys require() {
    return load().orElseThrow(() -> new VaultException(name() + " must be there but is not"));
  }
}
