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

  /**
   * The numbers of those of {@code fingerprints} that are kept, each of 32 hexadecimal digits, and
   * were put at {@code since} or later. What is found is not believed: numbers that are not eight
   * finite ones are asked for again.
   */
  Map<String, float[]> find(Collection<String> fingerprints, Instant since);

  /**
   * Keeps numbers that {@code model} has answered for {@code alias}, and that it did, instead of
   * those that are there. What is older than {@code since} goes, at once or bit by bit.
   */
  void put(String alias, String model, Map<String, float[]> numbers, Instant now, Instant since);
}
