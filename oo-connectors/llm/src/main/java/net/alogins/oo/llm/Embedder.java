package net.alogins.oo.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What texts mean, as directions of a space, by the alias that says so. What was asked once is kept
 * by the text's fingerprint, for ten thousand texts.
 */
final class Embedder {

  /** From this cosine on, two texts mean the same. */
  static final double SAME = 0.92;

  private static final int MOST_TEXTS = 10_000;

  private final EmbeddingModel model;
  private final GenAi telling;
  private final Cache<String, float[]> known =
      Caffeine.newBuilder().maximumSize(MOST_TEXTS).executor(Runnable::run).build();

  private Embedder(EmbeddingModel model, GenAi telling) {
    this.model = model;
    this.telling = telling;
  }

  /** Asks {@code models} by {@code http}. */
  static Embedder with(Models models, BoundedHttp.Builder http, GenAi telling) {
    OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder builder =
        OpenAiEmbeddingModel.builder()
            .httpClientBuilder(http)
            .baseUrl(models.base().toString())
            .modelName(models.embedder())
            .maxRetries(0);
    if (!models.key().isEmpty()) {
      builder.apiKey(models.key());
    }
    return new Embedder(builder.build(), telling);
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
    long begun = telling.begin();
    try {
      Response<List<Embedding>> answer =
          model.embedAll(texts.stream().map(TextSegment::from).toList());
      for (int i = 0; i < texts.size(); i++) {
        known.put(Fingerprint.of(texts.get(i)), answer.content().get(i).vector());
      }
      Optional<TokenUsage> usage = Optional.ofNullable(answer.tokenUsage());
      int tokens = usage.map(TokenUsage::inputTokenCount).orElse(0);
      telling.answered(telling.millisSince(begun), "", tokens, 0);
    } catch (RuntimeException thrown) {
      throw telling.failed(begun, thrown);
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
