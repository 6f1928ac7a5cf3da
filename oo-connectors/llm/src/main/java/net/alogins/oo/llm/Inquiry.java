package net.alogins.oo.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Questions that nobody waits for, as simulations and benches have them: one at a time, on the
 * calling thread, each answered with JSON of one form or not at all. The time of a call and the
 * bytes of an answer are bounded as they are for suggestions. Nothing that serves asks here.
 */
public final class Inquiry {

  private final Chat chat;
  private final Form form;

  private Inquiry(Chat chat, Form form) {
    this.chat = chat;
    this.form = form;
  }

  /**
   * Asks the alias that writes in {@code models}, at most {@code longest} a call.
   *
   * @throws IllegalArgumentException unless {@code longest} is a millisecond to five minutes
   */
  public static Inquiry of(Models models, Form form, Duration longest) {
    return of(models.generator(), http -> Chat.model(models, http), form, longest);
  }

  /**
   * Asks a model of any dialect, known as {@code alias}, which calls by the client it is given.
   *
   * @throws IllegalArgumentException unless {@code longest} is a millisecond to five minutes
   */
  public static Inquiry of(
      String alias, Function<HttpClientBuilder, ChatModel> model, Form form, Duration longest) {
    Duration most =
        LlmBuilder.within("longest call", longest, Duration.ofMillis(1), LlmBuilder.MOST_LONGEST);
    BoundedHttp.Builder http =
        new BoundedHttp.Builder(() -> most, LlmBuilder.MOST_BYTES, Clock.systemUTC());
    GenAi untold = new GenAi(GenAi.CHAT, alias, System::nanoTime, names -> {});
    return new Inquiry(new Chat(model.apply(http), alias, form, untold), form);
  }

  /**
   * What the model answers to {@code prompt}. One that does not fit the form is asked for once
   * more.
   *
   * @param allowed whether whoever is told of allows it; looked at just before each call
   */
  public Inquired ask(Rendered prompt, BooleanSupplier allowed) {
    Inquired first = once(() -> chat.ask(prompt), allowed);
    return first.isUnfit() ? first.then(once(() -> chat.askAgain(prompt), allowed)) : first;
  }

  private Inquired once(Supplier<Call> asking, BooleanSupplier allowed) {
    if (!allowed.getAsBoolean()) {
      return Inquired.failed(Failure.Kind.CONSENT_WITHDRAWN, 0, 0);
    }
    long begun = System.nanoTime();
    try {
      return judged(asking.get());
    } catch (Failure failure) {
      return Inquired.failed(
          failure.kind(), 1, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
  }

  private Inquired judged(Call call) {
    try {
      form.answer(call.text());
      return Inquired.answered(call);
    } catch (Failure unfit) {
      return Inquired.unfit(call);
    }
  }
}
