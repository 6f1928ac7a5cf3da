package net.alogins.oo.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.meaning.Embeddings.Vectors;
import net.alogins.oo.meaning.Projection.Flaw;

/**
 * What titles mean to one model: in memory for those who ask, and in a store behind it. When
 * another model answers, everything of the one before is forgotten here, and its fingerprints in
 * the store are not asked for any more. All but {@link #find} is for one thread.
 */
final class Space {

  /** After so long a text is asked for again. */
  private static final Duration KEPT = Duration.ofDays(90);

  /** For so long a text is not asked for again whose answer was of no use. */
  private static final Duration REFUSED = Duration.ofHours(1);

  private final String alias;
  private final Fingerprints fingerprints;
  private final MeaningStore store;
  private final Counts counts;
  private final Clock clock;
  private final Cache<String, float[]> known;
  private final Cache<String, Boolean> refused;

  /** Texts that failed alone, and how many answers there were before. */
  private final Cache<String, Long> doubted;

  private long answers;

  /** Its name and dimension; empty while nobody has answered yet. */
  private String model = "";

  /** Who has answered since this was opened, and in how many dimensions. */
  private String answering = "";

  private int dimension;

  Space(
      String alias,
      Fingerprints fingerprints,
      MeaningStore store,
      Counts counts,
      Clock clock,
      int titles) {
    this.alias = alias;
    this.fingerprints = fingerprints;
    this.store = store;
    this.counts = counts;
    this.clock = clock;
    this.known = bounded(titles).build();
    this.refused = bounded(titles).expireAfterWrite(REFUSED).ticker(millis(clock)).build();
    this.doubted = bounded(titles).expireAfterWrite(REFUSED).ticker(millis(clock)).build();
  }

  private static Caffeine<Object, Object> bounded(int most) {
    return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run);
  }

  private static Ticker millis(Clock clock) {
    return () -> Duration.ofMillis(clock.millis()).toNanos();
  }

  /** The columns of {@code title}, if they are at hand; from any thread. */
  Optional<float[]> find(String title) {
    return Optional.ofNullable(known.getIfPresent(title));
  }

  /**
   * Takes what the store has of {@code texts}, which are those of titles.
   *
   * @return the texts that are not there, each once
   */
  Set<String> lookUp(Map<String, String> texts) {
    Set<String> absent = new LinkedHashSet<>(texts.values());
    absent.removeIf(text -> refused.getIfPresent(text) != null);
    try {
      if (model.isEmpty()) {
        model = store.model(alias).orElse("");
      }
      Map<String, float[]> there = model.isEmpty() ? Map.of() : inStore(absent);
      keep(texts, there);
      counts.add("recalled", there.size());
      absent.removeAll(there.keySet());
    } catch (RuntimeException away) {
      counts.add("store.failed");
    }
    return absent;
  }

  private Map<String, float[]> inStore(Collection<String> texts) {
    Map<String, String> byFingerprint = new LinkedHashMap<>();
    texts.forEach(text -> byFingerprint.put(fingerprints.of(alias, model, text), text));
    Map<String, float[]> found = new LinkedHashMap<>();
    store
        .find(byFingerprint.keySet(), clock.instant().minus(KEPT))
        .forEach(
            (fingerprint, numbers) ->
                Optional.ofNullable(byFingerprint.get(fingerprint))
                    .filter(text -> isUsable(numbers))
                    .ifPresent(text -> found.put(text, numbers)));
    return found;
  }

  private boolean isUsable(float[] numbers) {
    boolean isUsable = Projection.isResult(numbers);
    if (!isUsable) {
      counts.add("store.flawed");
    }
    return isUsable;
  }

  private void keep(Map<String, String> texts, Map<String, float[]> numbers) {
    texts.forEach(
        (title, text) ->
            Optional.ofNullable(numbers.get(text))
                .ifPresent(of -> known.put(title, Columns.known(of))));
  }

  /** How many answers had something usable. */
  long answers() {
    return answers;
  }

  /**
   * Takes what was answered to {@code asked}, in their order, which are texts of titles.
   *
   * @return how many of them are usable
   */
  int answered(Map<String, String> texts, Collection<String> asked, Vectors answer) {
    Map<String, float[]> numbers = new LinkedHashMap<>();
    int usual = dimension(answer);
    int i = 0;
    for (String text : asked) {
      float[] vector = answer.vectors().get(i++);
      flaw(vector, usual)
          .ifPresentOrElse(
              flaw -> refuse(text, flaw), () -> numbers.put(text, Projection.of(vector)));
    }
    if (!numbers.isEmpty()) {
      answers++;
      become(answer.model(), usual);
      keep(texts, numbers);
      counts.add("answered", numbers.size());
      store(numbers);
    }
    return numbers.size();
  }

  /**
   * What every vector of {@code answer} should have: what those that are not flawed agree on, or
   * else the model's, or else that of the first of them.
   */
  private int dimension(Vectors answer) {
    int[] all =
        answer.vectors().stream()
            .filter(vector -> Projection.flaw(vector).isEmpty())
            .mapToInt(vector -> vector.length)
            .distinct()
            .toArray();
    boolean isKnown = answer.model().equals(answering);
    return all.length == 1 || (all.length > 1 && !isKnown) ? all[0] : dimension;
  }

  private static Optional<Flaw> flaw(float[] vector, int usual) {
    Optional<Flaw> flaw = Projection.flaw(vector);
    return flaw.isEmpty() && vector.length != usual ? Optional.of(Flaw.OTHER_DIMENSION) : flaw;
  }

  private void refuse(String text, Flaw flaw) {
    counts.rejected(flaw);
    refused.put(text, true);
  }

  /** Leaves {@code text} alone, which nothing is said of. */
  void refuse(String text) {
    counts.add("refused");
    refused.put(text, true);
  }

  /**
   * Leaves {@code text} alone, which has failed alone, if something was answered since there were
   * {@code before} answers, or since it failed so for the first time: then it is its fault.
   */
  void doubt(String text, long before) {
    long first = Optional.ofNullable(doubted.getIfPresent(text)).orElse(before);
    if (first < answers) {
      refuse(text);
    } else {
      doubted.put(text, first);
    }
  }

  private void become(String name, int usual) {
    answering = name;
    dimension = usual;
    String now = name + "/" + usual;
    if (!model.equals(now)) {
      counts.add("models");
      known.invalidateAll();
      model = now;
    }
  }

  private void store(Map<String, float[]> numbers) {
    Map<String, float[]> printed = new LinkedHashMap<>();
    numbers.forEach((text, of) -> printed.put(fingerprints.of(alias, model, text), of));
    Instant now = clock.instant();
    try {
      store.put(alias, model, printed, now, now.minus(KEPT));
    } catch (RuntimeException away) {
      counts.add("store.failed");
    }
  }

  /** Forgets what is in memory. */
  void forget() {
    known.invalidateAll();
    refused.invalidateAll();
    doubted.invalidateAll();
  }
}
