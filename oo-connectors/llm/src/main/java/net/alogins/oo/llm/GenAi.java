package net.alogins.oo.llm;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is told of a call of a model, under the names of OpenTelemetry's <a
 * href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">semantic conventions for generative
 * AI</a> as of 1.37 (in development there): the attributes of a client's span, and the duration
 * under the name of its metric, in seconds. These are all the names; of what was asked or answered
 * ({@code gen_ai.input.messages} and the like) there is none, and there is no switch for it. A
 * listener that throws changes nothing, and is counted.
 */
final class GenAi {

  static final String OPERATION = "gen_ai.operation.name";
  static final String PROVIDER = "gen_ai.provider.name";
  static final String REQUEST_MODEL = "gen_ai.request.model";
  static final String RESPONSE_MODEL = "gen_ai.response.model";
  static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
  static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
  static final String ERROR = "error.type";
  static final String DURATION = "gen_ai.client.operation.duration";

  /** Operations of the conventions. */
  static final String CHAT = "chat";

  static final String EMBEDDINGS = "embeddings";

  /** The dialect that is spoken, whoever answers. */
  private static final String OPENAI = "openai";

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final String operation;
  private final String alias;
  private final LongSupplier ticker;
  private final Consumer<Map<String, Object>> listener;

  /** Of {@code operation} at {@code alias}; the ticker counts nanoseconds. */
  GenAi(
      String operation, String alias, LongSupplier ticker, Consumer<Map<String, Object>> listener) {
    this.operation = operation;
    this.alias = alias;
    this.ticker = ticker;
    this.listener = listener;
  }

  /** A listener that cannot break a call. */
  static Consumer<Map<String, Object>> harmless(
      Consumer<Map<String, Object>> listener, Counts counts) {
    return names -> {
      try {
        listener.accept(names);
      } catch (RuntimeException thrown) {
        counts.add("listener.failed");
      }
    };
  }

  /** When a call begins, for the methods below. */
  long begin() {
    return ticker.getAsLong();
  }

  long millisSince(long begun) {
    return (ticker.getAsLong() - begun) / NANOS_PER_MILLI;
  }

  /** Tells of a call that was answered; empty text and 0 are what the other side did not say. */
  void answered(long millis, String model, int tokensIn, int tokensOut) {
    Map<String, Object> names = names(millis);
    if (!model.isEmpty()) {
      names.put(RESPONSE_MODEL, model);
    }
    if (tokensIn > 0) {
      names.put(INPUT_TOKENS, (long) tokensIn);
    }
    if (tokensOut > 0) {
      names.put(OUTPUT_TOKENS, (long) tokensOut);
    }
    listener.accept(Map.copyOf(names));
  }

  /** Tells of a call that {@code thrown} ended, and gives what that comes from. */
  Failure failed(long begun, RuntimeException thrown) {
    Failure failure = Failure.of(thrown, Failure.Kind.MALFORMED);
    Map<String, Object> names = names(millisSince(begun));
    names.put(ERROR, failure.kind().word());
    listener.accept(Map.copyOf(names));
    return failure;
  }

  private Map<String, Object> names(long millis) {
    Map<String, Object> names = new HashMap<>();
    names.put(OPERATION, operation);
    names.put(PROVIDER, OPENAI);
    names.put(REQUEST_MODEL, alias);
    names.put(DURATION, millis / MILLIS_PER_SECOND);
    return names;
  }
}
