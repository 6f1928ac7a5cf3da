package net.alogins.oo.benchmarks.judge;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.alogins.oo.llm.Form;
import net.alogins.oo.llm.Inquiry;

/**
 * Anthropic's Messages API, for simulations when the local model has no answer: there only if the
 * environment has a key for it. Nothing of it is printed, and no failure has a word of it.
 *
 * @param environment the variables
 * @param base where it is; a test may have it on this machine
 */
record Cloud(Map<String, String> environment, URI base) {

  /** The variable with the key. */
  static final String KEY = "ANTHROPIC_API_KEY";

  /** Where it is. */
  static final URI ANTHROPIC = URI.create("https://api.anthropic.com/v1/");

  private static final String VISIBLE = "[!-~]{1,4096}";

  Cloud {
    environment = Map.copyOf(environment);
    if (!base.equals(ANTHROPIC) && !"127.0.0.1".equals(base.getHost())) {
      throw new IllegalArgumentException("the cloud must be " + ANTHROPIC + " but was " + base);
    }
  }

  /** The one of this process. */
  static Cloud ofEnvironment() {
    return new Cloud(System.getenv(), ANTHROPIC);
  }

  /**
   * Who is asked there, or nobody without a key.
   *
   * @param model its name there
   */
  Optional<Inquiry> inquiry(String model, Form form, Duration longest) {
    return key().map(key -> Inquiry.of(model, speaking(model, key), form, longest));
  }

  private Optional<String> key() {
    Optional<String> key =
        Optional.ofNullable(environment.get(KEY)).filter(some -> !some.isEmpty());
    if (key.isPresent() && !key.get().matches(VISIBLE)) {
      throw new IllegalArgumentException(
          KEY + " must be visible ASCII, 4,096 characters at most, but is not");
    }
    return key;
  }

  private Function<HttpClientBuilder, ChatModel> speaking(String model, String key) {
    return http ->
        AnthropicChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(base.toString())
            .apiKey(key)
            .modelName(model)
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false)
            .build();
  }

  /** Without what is in the environment. */
  @Override
  public String toString() {
    return "cloud at " + base;
  }
}
