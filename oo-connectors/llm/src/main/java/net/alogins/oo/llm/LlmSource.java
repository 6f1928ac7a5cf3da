package net.alogins.oo.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

/**
 * Suggestions of a language model, beside the tasks that are there.
 *
 * <p>The model may be slow, wrong, down or hostile. It is asked behind the question, within a
 * budget and a bulkhead, and left alone after failures. Its answer is held against a schema,
 * cleaned, capped and de-duplicated, and says in its provenance what wrote it. Whoever does not
 * allow {@link Purpose#LLM} is never asked about: that is looked at before each call. While there
 * is no answer, {@link #candidates} throws, so that the decision records why, and an open
 * suggestion is not gone.
 */
public final class LlmSource implements CandidateSource, AutoCloseable {

  /** The name of this source. */
  public static final String NAME = "llm";

  private static final int CLOSE_SECONDS = 5;

  private final List<CandidateSource> tasks;
  private final Ahead ahead;
  private final Guard guard;
  private final Counts counts;
  private final Function<UserId, Consents> consents;
  private final ExecutorService executor;

  LlmSource(
      List<CandidateSource> tasks,
      Ahead ahead,
      Guard guard,
      Counts counts,
      Function<UserId, Consents> consents,
      ExecutorService executor) {
    this.tasks = List.copyOf(tasks);
    this.ahead = ahead;
    this.guard = guard;
    this.counts = counts;
    this.consents = consents;
    this.executor = executor;
  }

  /** Begins a source of what {@code models} write. */
  public static Beside from(Models models) {
    return tasks -> new LlmBuilder(models, List.of(tasks));
  }

  /** Models that still need to know what is there already. */
  @FunctionalInterface
  public interface Beside {

    /** Beside what these sources offer, which are asked for that. */
    LlmBuilder beside(CandidateSource... tasks);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * What the model has suggested, without what has become a task since; nothing without consent.
   *
   * @throws Exception what keeps the model from answering, or what a source of tasks threw
   */
  @Override
  public List<Candidate> candidates(Context context) throws Exception {
    if (!context.consents().allow(Purpose.LLM)) {
      ahead.forget(context.user());
      return List.of();
    }
    Wish wish = wish(context);
    Set<String> essences = wish.essences();
    return ahead.kept(wish).candidates(context.history(), context.now()).stream()
        .filter(candidate -> Wish.isNew(candidate, essences))
        .toList();
  }

  private Wish wish(Context context) throws Exception {
    List<Candidate> there = new ArrayList<>();
    for (CandidateSource source : tasks) {
      there.addAll(source.candidates(context));
    }
    UserId user = context.user();
    return new Wish(
        user,
        Situation.of(context, there),
        there.stream().map(Candidate::title).toList(),
        () -> consents.apply(user).allow(Purpose.LLM));
  }

  /** Keeps nothing of {@code user}; what is under way for them is broken off. */
  public void forget(UserId user) {
    ahead.forget(user);
  }

  /** How often what has happened, by name: generations, repairs, failures, rejections. */
  public Map<String, Long> counters() {
    return new TreeMap<>(counts.all());
  }

  /** Whether the model is asked: {@code CLOSED}, or left alone: {@code OPEN}, or tried again. */
  public String breaker() {
    return guard.state();
  }

  /** Breaks off what is under way; twice is fine. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
