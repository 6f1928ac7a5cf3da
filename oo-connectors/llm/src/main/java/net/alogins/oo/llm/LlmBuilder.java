package net.alogins.oo.llm;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

/** Everything about a source of suggestions that is optional. */
public final class LlmBuilder {

  /** The longest answer of a model, in bytes. */
  static final int MOST_BYTES = 256 * 1024;

  /** How many suggestions are asked for, if nobody says otherwise. */
  static final int SUGGESTIONS = 3;

  private static final int IDLE_SECONDS = 10;
  private static final int MOST_SUGGESTIONS = 10;
  static final Duration MOST_LONGEST = Duration.ofMinutes(5);
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(1);

  private final Models models;
  private final List<CandidateSource> tasks;
  private Prompts prompts = Prompts.standard();
  private Budget budget = Budget.standard();
  private Function<UserId, Consents> consents = user -> Consents.of(Purpose.LLM);
  private Optional<PromptEarnings> earnings = Optional.empty();
  private RandomGenerator randomness = new SecureRandom();
  private Duration patience = Duration.ofMillis(500);
  private Duration longest = Duration.ofSeconds(30);
  private int suggestions = SUGGESTIONS;
  private int people = 1_000;
  private Clock clock = Clock.systemUTC();
  private LongSupplier ticker = System::nanoTime;
  private Consumer<Map<String, Object>> listener = names -> {};

  LlmBuilder(Models models, List<CandidateSource> tasks) {
    this.models = models;
    this.tasks = tasks;
  }

  /** Other prompts. */
  public LlmBuilder prompts(Prompts live) {
    prompts = live;
    return this;
  }

  /** Another budget. */
  public LlmBuilder budget(Budget newBudget) {
    budget = newBudget;
    return this;
  }

  /**
   * Where to look, just before a call and after it, whether somebody still allows it: they did when
   * they asked.
   */
  public LlmBuilder consents(Function<UserId, Consents> now) {
    consents = now;
    return this;
  }

  /** Where it says what prompts have earned, for choosing between them; else all are as likely. */
  public LlmBuilder earnings(PromptEarnings newEarnings) {
    earnings = Optional.of(newEarnings);
    return this;
  }

  /** What chooses between prompts. */
  public LlmBuilder randomness(RandomGenerator newRandomness) {
    randomness = newRandomness;
    return this;
  }

  /** How long a first question waits for the model, half a second by default; less if in vain. */
  public LlmBuilder patience(Duration newPatience) {
    patience = within("patience", newPatience, Duration.ZERO, MOST_PATIENCE);
    return this;
  }

  /** How long a call of the model may take, 30 seconds by default. */
  public LlmBuilder longest(Duration newLongest) {
    longest = within("longest call", newLongest, Duration.ofMillis(1), MOST_LONGEST);
    return this;
  }

  /** How many suggestions are asked for at once, 3 by default, 10 at most; fewer if it is slow. */
  public LlmBuilder suggestions(int most) {
    if (most < 1 || most > MOST_SUGGESTIONS) {
      throw new IllegalArgumentException("suggestions must be 1 to 10 but were " + most);
    }
    suggestions = most;
    return this;
  }

  /** For how many people suggestions are kept, 1,000 by default. */
  public LlmBuilder peopleInMemory(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("people in memory must be at least 1 but was " + most);
    }
    people = most;
    return this;
  }

  /** The wall clock, for days, ages and rests. */
  public LlmBuilder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /** The monotonic clock, in nanoseconds, for how long calls take. */
  public LlmBuilder ticker(LongSupplier newTicker) {
    ticker = newTicker;
    return this;
  }

  /**
   * Who is told of each call of a model, whether it was answered or not, in the thread that made
   * it: {@code gen_ai.operation.name} ({@code chat} or {@code embeddings}), {@code
   * gen_ai.provider.name}, {@code gen_ai.request.model} (the alias), {@code gen_ai.response.model},
   * {@code gen_ai.usage.input_tokens} and {@code gen_ai.usage.output_tokens} (integers), {@code
   * error.type} if there was no answer, and {@code gen_ai.client.operation.duration} (seconds).
   * What is not known has no entry; the model's name is the other side's word, of harmless
   * characters, 128 at most. The names are those of OpenTelemetry's <a
   * href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">conventions</a>; nothing of what was
   * asked or answered is among them, nor who it was for. The generation waits for the listener; if
   * it throws, that is counted.
   */
  public LlmBuilder telling(Consumer<Map<String, Object>> newListener) {
    listener = newListener;
    return this;
  }

  static Duration within(String what, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "a language model's " + what + " must be " + least + " to " + most + " but was " + value);
    }
    return value;
  }

  /** The source; it has threads of its own while it asks, and {@code close} ends them. */
  public LlmSource open() {
    Counts counts = new Counts();
    Consumer<Map<String, Object>> told = GenAi.harmless(listener, counts);
    Guard guard = new Guard(clock);
    Spending spending = new Spending(budget, clock);
    Pace pace = new Pace(patience, longest, suggestions, ticker);
    BoundedHttp.Builder http = new BoundedHttp.Builder(pace::longest, MOST_BYTES, clock);
    Generator generator =
        new Generator(
            Chat.with(models, http, new GenAi(GenAi.CHAT, models.generator(), ticker, told)),
            prompts,
            versions -> Arms.choose(versions, earned(), randomness),
            new Likeness(embedder(http, told), counts),
            spending,
            counts,
            clock);
    ExecutorService executor = threads();
    Ahead ahead = new Ahead(generator, guard, spending, pace, counts, clock, executor, people);
    return new LlmSource(tasks, ahead, guard, counts, consents, executor);
  }

  private Map<String, Sums> earned() {
    return earnings.map(PromptEarnings::sums).orElse(Map.of());
  }

  private Optional<Embedder> embedder(
      BoundedHttp.Builder http, Consumer<Map<String, Object>> told) {
    if (models.embedder().isEmpty()) {
      return Optional.empty();
    }
    GenAi telling = new GenAi(GenAi.EMBEDDINGS, models.embedder(), ticker, told);
    BoundedHttp.Builder wide =
        new BoundedHttp.Builder(http.longest(), EmbeddingCall.MOST_BYTES, clock);
    return Optional.of(new Embedder(EmbeddingCall.with(models, wide, telling)));
  }

  /** None while nobody asks, and no more than the bulkhead lets in. */
  private static ExecutorService threads() {
    AtomicInteger count = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        2 * Guard.MOST_AT_ONCE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "oo-llm-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
