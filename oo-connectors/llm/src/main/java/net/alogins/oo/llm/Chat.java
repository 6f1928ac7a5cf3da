package net.alogins.oo.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question to the model that an alias means, and its answer as text: nothing is believed. */
final class Chat {

  private static final int TOKENS_EACH = 80;
  private static final int TOKENS_AROUND = 200;

  private final ChatModel model;
  private final String alias;
  private final Form form;
  private final GenAi telling;

  /** Asks {@code model}, which is known as {@code alias}, for answers of {@code form}. */
  Chat(ChatModel model, String alias, Form form, GenAi telling) {
    this.model = model;
    this.alias = alias;
    this.form = form;
    this.telling = telling;
  }

  /** Asks {@code models} by {@code http} for suggestions. */
  static Chat with(Models models, HttpClientBuilder http, GenAi telling) {
    return new Chat(model(models, http), models.generator(), ReplySchema.FORM, telling);
  }

  /** The one that {@code models} name, by {@code http}. */
  static ChatModel model(Models models, HttpClientBuilder http) {
    OpenAiChatModel.OpenAiChatModelBuilder builder =
        OpenAiChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(models.base().toString())
            .modelName(models.generator())
            .strictJsonSchema(true)
            .maxRetries(0);
    if (!models.key().isEmpty()) {
      builder.apiKey(models.key());
    }
    return builder.build();
  }

  /**
   * The model's answer to {@code prompt}.
   *
   * @throws Failure if there is none
   */
  Call ask(Rendered prompt) {
    return ask(prompt, List.of());
  }

  /** The same, once more: its last answer, which it is not shown, did not fit the schema. */
  Call askAgain(Rendered prompt) {
    return ask(prompt, List.of(UserMessage.from(ReplySchema.REPAIR)));
  }

  private Call ask(Rendered prompt, List<ChatMessage> more) {
    long begun = telling.begin();
    try {
      ChatResponse answer = model.chat(request(prompt, more));
      Call call = call(prompt, answer, telling.millisSince(begun));
      String named = Call.word(answer.modelName(), "");
      telling.answered(call.millis(), named, call.tokensIn(), call.tokensOut());
      return call;
    } catch (RuntimeException thrown) {
      throw telling.failed(begun, thrown);
    }
  }

  private ChatRequest request(Rendered prompt, List<ChatMessage> more) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(SystemMessage.from(prompt.system()));
    messages.add(UserMessage.from(prompt.user()));
    messages.addAll(more);
    return ChatRequest.builder()
        .messages(messages)
        .parameters(
            ChatRequestParameters.builder()
                .modelName(alias)
                .temperature(prompt.temperature())
                .maxOutputTokens(TOKENS_AROUND + TOKENS_EACH * prompt.count())
                .responseFormat(form.format())
                .build())
        .build();
  }

  private Call call(Rendered prompt, ChatResponse answer, long millis) {
    Optional<TokenUsage> usage = Optional.ofNullable(answer.tokenUsage());
    return new Call(
        alias,
        Call.word(answer.modelName(), alias),
        Call.word(answer.id(), "unknown"),
        usage.map(TokenUsage::inputTokenCount).orElse(0),
        usage.map(TokenUsage::outputTokenCount).orElse(0),
        millis,
        prompt.temperature(),
        Optional.ofNullable(answer.aiMessage().text()).orElse(""));
  }
}
