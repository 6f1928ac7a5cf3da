package net.alogins.oo.llm;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.meaning.Embeddings.Vectors;

/** One question to the alias that says what texts mean, and its answer: nothing is believed. */
final class EmbeddingCall {

  /** The longest answer of an embedder: 60 directions of 4,096 numbers. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final EmbeddingModel model;
  private final String alias;
  private final GenAi telling;

  private EmbeddingCall(EmbeddingModel model, String alias, GenAi telling) {
    this.model = model;
    this.alias = alias;
    this.telling = telling;
  }

  /** Asks {@code models} by {@code http}. */
  static EmbeddingCall with(Models models, BoundedHttp.Builder http, GenAi telling) {
    OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder builder =
        OpenAiEmbeddingModel.builder()
            .httpClientBuilder(http)
            .baseUrl(models.base().toString())
            .modelName(models.embedder())
            .maxRetries(0);
    if (!models.key().isEmpty()) {
      builder.apiKey(models.key());
    }
    return new EmbeddingCall(builder.build(), models.embedder(), telling);
  }

  /**
   * The directions of {@code texts}, and the model that says so, in harmless characters.
   *
   * @throws Failure if there is not one for each
   */
  Vectors ask(List<String> texts) {
    long begun = telling.begin();
    try {
      EmbeddingRequest.Builder request = EmbeddingRequest.builder();
      request.inputs(texts.stream().map(EmbeddingInput::from).toList());
      EmbeddingResponse answer = model.embed(request.build());
      List<float[]> vectors = answer.embeddings().stream().map(Embedding::vector).toList();
      if (vectors.size() != texts.size()) {
        throw new Failure(Failure.Kind.MALFORMED);
      }
      tell(answer, telling.millisSince(begun));
      return new Vectors(Call.word(answer.modelName(), alias), vectors);
    } catch (RuntimeException thrown) {
      throw telling.failed(begun, thrown);
    }
  }

  private void tell(EmbeddingResponse answer, long millis) {
    Optional<TokenUsage> usage = Optional.ofNullable(answer.tokenUsage());
    int tokens = usage.map(TokenUsage::inputTokenCount).orElse(0);
    telling.answered(millis, Call.word(answer.modelName(), ""), tokens, 0);
  }
}
