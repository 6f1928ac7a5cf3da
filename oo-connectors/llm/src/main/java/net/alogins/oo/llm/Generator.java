package net.alogins.oo.llm;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.id.CandidateId;

/**
 * One generation, in its order: a prompt version is chosen and filled, the model is asked, its
 * answer is held against the schema, asked for once more if it does not fit, and screened.
 */
final class Generator {

  /** The kind of every suggestion. */
  static final String KIND = "suggestion";

  private final Chat chat;
  private final Prompts prompts;
  private final Choice choice;
  private final Likeness likeness;
  private final Spending spending;
  private final Counts counts;
  private final Clock clock;

  Generator(
      Chat chat,
      Prompts prompts,
      Choice choice,
      Likeness likeness,
      Spending spending,
      Counts counts,
      Clock clock) {
    this.chat = chat;
    this.prompts = prompts;
    this.choice = choice;
    this.likeness = likeness;
    this.spending = spending;
    this.counts = counts;
    this.clock = clock;
  }

  /** How a prompt version is chosen for a generation. */
  @FunctionalInterface
  interface Choice {
    Arm choose(List<String> versions);
  }

  /** An answer that fits the schema, and the call that it came from. */
  private record Reply(Call call, List<Suggestion> suggestions) {}

  /**
   * Suggestions for {@code wish}, {@code count} at most.
   *
   * @throws Failure if there was no usable answer
   */
  Generation generate(Wish wish, int count) {
    Arm arm = choice.choose(prompts.live().stream().map(Prompt::version).toList());
    Prompt prompt = prompts.version(arm.version());
    Reply reply = reply(wish, prompt.render(wish.situation(), count));
    List<Suggestion> screened = new Screening(prompt, wish, counts).of(reply.suggestions(), count);
    List<Candidate> candidates =
        likeness.without(screened, wish).stream()
            .map(suggestion -> candidate(suggestion, reply.call(), arm))
            .toList();
    wish.requireConsent();
    return new Generation(wish.situation().key(), clock.instant(), arm, candidates);
  }

  private Reply reply(Wish wish, Rendered prompt) {
    Call first = spent(wish, () -> chat.ask(prompt));
    try {
      return new Reply(first, ReplySchema.suggestions(first.text()));
    } catch (Failure unfit) {
      counts.add("repairs");
      Call second = spent(wish, () -> chat.askAgain(prompt));
      return new Reply(second, ReplySchema.suggestions(second.text()));
    }
  }

  /** Consent is looked at before each call, and what the call cost is noted. */
  private Call spent(Wish wish, Supplier<Call> asking) {
    wish.requireConsent();
    spending.call(wish.user());
    counts.add("spent.calls");
    Call call = asking.get();
    spending.tokens(wish.user(), call.tokens());
    counts.add("spent.tokens", call.tokens());
    return call;
  }

  /** The same text is the same candidate, whoever wrote it, so that a refusal is remembered. */
  private static Candidate candidate(Suggestion suggestion, Call call, Arm arm) {
    String key = Fingerprint.of(PlainText.essence(suggestion.title()));
    return Candidate.from(
            new CandidateId(LlmSource.NAME, key),
            new Provenance.Generated(call.alias(), call.model(), arm.text()),
            suggestion.title())
        .kind(KIND)
        .minutes(suggestion.minutes())
        .attributes(
            Attributes.none()
                .and("llm.call", call.id())
                .and("llm.tokensIn", call.tokensIn())
                .and("llm.tokensOut", call.tokensOut())
                .and("llm.millis", (double) call.millis())
                .and("llm.temperature", call.temperature()));
  }
}
