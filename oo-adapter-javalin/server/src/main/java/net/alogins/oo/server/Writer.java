package net.alogins.oo.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.http.Family;
import net.alogins.oo.id.UserId;
import net.alogins.oo.llm.Budget;
import net.alogins.oo.llm.LlmSource;
import net.alogins.oo.llm.Models;
import net.alogins.oo.llm.PromptEarnings;
import net.alogins.oo.llm.Prompts;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.RewardRule;

/**
 * The language model that writes suggestions. With what prints its prompts it is all of the server
 * that knows of {@code oo-llm}, and neither is looked at where no model is named.
 */
final class Writer implements AutoCloseable {

  private static final long TOKENS_A_CALL = 2_000;
  private static final List<String> BUILT_IN = List.of("first-step-1", "beside-1");
  private static final Set<String> GROUPS = Set.of("failed", "absent", "rejected", "spent");

  private final LlmSource source;
  private volatile Optional<Recommender> recommender = Optional.empty();

  private Writer(Suggestions.Asked by, List<CandidateSource> tasks, Kept kept) {
    source =
        LlmSource.from(models(by))
            .beside(tasks.toArray(CandidateSource[]::new))
            .prompts(prompts(by))
            .budget(new Budget(by.calls(), by.calls() * TOKENS_A_CALL))
            .consents(this::consents)
            .earnings(PromptEarnings.in(kept.stores().log(), RewardRule.standard()))
            .open();
  }

  /** Asks nothing yet. */
  static Writer open(Suggestions.Asked by, List<CandidateSource> tasks, Kept kept) {
    return new Writer(by, tasks, kept);
  }

  /** Which models {@code by} means. */
  static Models models(Suggestions.Asked by) {
    return Models.at(URI.create(by.url()))
        .key(by.key())
        .generator(by.model())
        .embedder(by.embedder());
  }

  /** Which prompts {@code by} means. */
  static Prompts prompts(Suggestions.Asked by) {
    return by.prompts().map(Prompts::in).orElseGet(() -> Prompts.builtIn(BUILT_IN));
  }

  CandidateSource source() {
    return source;
  }

  /** Nobody allows anything before there is somebody to ask. */
  private Consents consents(UserId user) {
    return recommender.map(of -> of.profiles().of(user).consents()).orElseGet(Consents::none);
  }

  void follow(Recommender newRecommender) {
    recommender = Optional.of(newRecommender);
  }

  /** What happens, for the metrics. */
  List<Family> families() {
    Grouped all = new Grouped("oo_llm_", GROUPS, source::counters);
    return List.of(
        all.family(
            Grouped.EVENTS, "event", "How often suggestions were made, and answers repaired."),
        all.family("failed", "kind", "How often the model had no usable answer."),
        all.family("absent", "why", "How often the model was not asked, or not in time."),
        all.family("rejected", "why", "How many suggestions were not taken."),
        all.family("spent", "unit", "What the model was asked for, in calls and tokens."),
        new Family(
            "oo_llm_breaker",
            "gauge",
            "Whether the model is asked (CLOSED), left alone (OPEN) or tried (HALF_OPEN).",
            "state",
            () -> Map.of(source.breaker(), 1L)));
  }

  @Override
  public void close() {
    source.close();
  }
}
