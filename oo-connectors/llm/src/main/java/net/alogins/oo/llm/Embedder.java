package net.alogins.oo.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What texts mean, as directions of a space, by the alias that says so. What was asked once is kept
 * by the text's fingerprint, for ten thousand texts.
 */
final class Embedder {

  /** From this cosine on, two texts mean the same. */
  static final double SAME = 0.92;

  private static final int MOST_TEXTS = 10_000;

  private final EmbeddingCall call;
  private final Cache<String, float[]> known =
      Caffeine.newBuilder().maximumSize(MOST_TEXTS).executor(Runnable::run).build();

  Embedder(EmbeddingCall call) {
    this.call = call;
  }

  /**
   * Has the meanings of {@code texts} at hand.
   *
   * @throws Failure if they cannot be had
   */
  void learn(List<String> texts) {
    Set<String> missing = new LinkedHashSet<>(texts);
    missing.removeIf(text -> known.getIfPresent(Fingerprint.of(text)) != null);
    if (!missing.isEmpty()) {
      ask(List.copyOf(missing));
    }
  }

  private void ask(List<String> texts) {
    List<float[]> vectors = call.ask(texts).vectors();
    for (int i = 0; i < texts.size(); i++) {
      known.put(Fingerprint.of(texts.get(i)), vectors.get(i));
    }
  }

  /** Whether {@code text} means the same as one of {@code others}, as far as they were learned. */
  boolean isSame(String text, List<String> others) {
    Map<String, float[]> all = known.asMap();
    float[] own = all.getOrDefault(Fingerprint.of(text), new float[0]);
    return others.stream()
        .map(other -> all.getOrDefault(Fingerprint.of(other), new float[0]))
        .anyMatch(other -> cosine(own, other) >= SAME);
  }

  /** 0 where either has no direction, or they are not of one space. */
  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length && a.length == b.length; i++) {
      dot += (double) a[i] * b[i];
      squareA += (double) a[i] * a[i];
      squareB += (double) b[i] * b[i];
    }
    double length = Math.sqrt(squareA * squareB);
    return length > 0 ? dot / length : 0;
  }
}
