package net.alogins.oo.meaning;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what texts mean until the process ends; of 100,000 texts at the most, the newest. */
public final class InMemoryMeaningStore implements MeaningStore {

  private static final int MOST = 100_000;

  private static final class Kept {
    private final float[] numbers;
    private final Instant at;

    Kept(float[] numbers, Instant at) {
      this.numbers = numbers.clone();
      this.at = at;
    }
  }

  private final Map<String, String> models = new HashMap<>();
  private final Map<String, Kept> all = new LinkedHashMap<>();

  /** A store that keeps nothing yet. */
  public InMemoryMeaningStore() {}

  @Override
  public synchronized Optional<String> model(String alias) {
    return Optional.ofNullable(models.get(alias));
  }

  @Override
  public synchronized Map<String, float[]> find(Collection<String> fingerprints, Instant since) {
    Map<String, float[]> found = new HashMap<>();
    for (String fingerprint : fingerprints) {
      Optional.ofNullable(all.get(fingerprint))
          .filter(kept -> !kept.at.isBefore(since))
          .ifPresent(kept -> found.put(fingerprint, kept.numbers.clone()));
    }
    return found;
  }

  @Override
  public synchronized void put(
      String alias, String model, Map<String, float[]> numbers, Instant now, Instant since) {
    models.put(alias, model);
    all.values().removeIf(kept -> kept.at.isBefore(since));
    all.keySet().removeAll(numbers.keySet());
    numbers.forEach((fingerprint, of) -> all.put(fingerprint, new Kept(of, now)));
    all.keySet().removeAll(all.keySet().stream().limit(Math.max(0, all.size() - MOST)).toList());
  }
}
