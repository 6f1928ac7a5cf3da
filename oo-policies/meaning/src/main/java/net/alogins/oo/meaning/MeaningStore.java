package net.alogins.oo.meaning;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what texts mean: numbers, under a fingerprint that says nothing of the text to whoever has
 * no key. Whatever it loses is asked for again.
 */
public interface MeaningStore {

  /** The model that last answered for {@code alias}, as {@link #put} was told. */
  Optional<String> model(String alias);

  /** The numbers of those of {@code fingerprints} that are kept; each of 32 hexadecimal digits. */
  Map<String, float[]> find(Collection<String> fingerprints);

  /**
   * Keeps numbers that {@code model} has answered for {@code alias}, and that it did. What is there
   * already stays; what is older than {@code since} goes.
   */
  void put(String alias, String model, Map<String, float[]> numbers, Instant now, Instant since);
}
