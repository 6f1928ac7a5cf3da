package net.alogins.oo.meaning;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

/**
 * What the titles of candidates mean, as features: the direction that a model gives a title, {@link
 * Projection projected} to eight numbers, and whether it is known.
 *
 * <pre>{@code
 * try (Meanings meanings = Meanings.by(embeddings).open();
 *     Recommender recommender =
 *         Recommender.from(chores).choosingWith(policy).stores(stores)
 *             .features(meanings.features()).build()) { … }
 * }</pre>
 *
 * <p>Nobody who waits for a tip waits for it: what is not at hand is zeros, and asked for behind
 * the question, if the person allows {@link Purpose#LLM} then, so that the next question has it.
 * What was seen is in the decision, and nothing else is learned from. The text itself is kept in
 * memory only.
 */
public final class Meanings implements AutoCloseable {

  private static final int IDLE_SECONDS = 10;
  private static final int CLOSE_SECONDS = 5;

  private final String alias;
  private final Optional<Space> space;
  private final Optional<Asking> asking;
  private final Counts counts;
  private final Optional<ScheduledThreadPoolExecutor> own;

  private Meanings(
      String alias,
      Optional<Space> space,
      Optional<Asking> asking,
      Counts counts,
      Optional<ScheduledThreadPoolExecutor> own) {
    this.alias = alias;
    this.space = space;
    this.asking = asking;
    this.counts = counts;
    this.own = own;
  }

  /** Begins with who says what texts mean. */
  public static Builder by(Embeddings embeddings) {
    return new Builder(embeddings);
  }

  /** Knows and asks nothing: for those who only need the schema, as to replay. */
  public static Meanings none(String alias) {
    return new Meanings(alias, Optional.empty(), Optional.empty(), new Counts(), Optional.empty());
  }

  /** Everything that is optional. */
  public static final class Builder {

    private final Embeddings embeddings;
    private Function<UserId, Consents> consents = user -> Consents.of(Purpose.LLM);
    private MeaningStore store = new InMemoryMeaningStore();
    private byte[] key = fresh();
    private int titles = 10_000;
    private int daily = 1_000;
    private Clock clock = Clock.systemUTC();
    private Optional<ScheduledExecutorService> scheduler = Optional.empty();

    private Builder(Embeddings embeddings) {
      this.embeddings = embeddings;
    }

    private static byte[] fresh() {
      byte[] key = new byte[Fingerprints.KEY_BYTES];
      new SecureRandom().nextBytes(key);
      return key;
    }

    /**
     * Where to look, just before a request and before its answer is kept, whether somebody still
     * allows it. By default everybody does whose question said so when it was asked: who takes a
     * consent back between a question and its request is asked about nevertheless. A host with
     * people whose consents change says here where they are, such as {@code
     * recommender.profiles().of(user).consents()}.
     */
    public Builder consents(Function<UserId, Consents> now) {
      consents = now;
      return this;
    }

    /**
     * Where it is kept when the process ends, and the key without which nobody can try which texts
     * are there; the key lies elsewhere than the store.
     *
     * @throws IllegalArgumentException unless the key has 32 bytes
     */
    public Builder store(MeaningStore newStore, byte[] newKey) {
      var unused = new Fingerprints(newKey);
      store = newStore;
      key = newKey.clone();
      return this;
    }

    /** How many titles are kept in memory, 10,000 by default. */
    public Builder titles(int most) {
      titles = positive("titles in memory", most);
      return this;
    }

    /** How many texts are asked for each person in a day, 1,000 by default. */
    public Builder textsADay(int most) {
      daily = positive("texts a day", most);
      return this;
    }

    /** The wall clock, for days and ages. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** The thread that asks, and may be held up by that; the caller ends it. */
    public Builder scheduler(ScheduledExecutorService newScheduler) {
      scheduler = Optional.of(newScheduler);
      return this;
    }

    private static int positive(String what, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(what + " must be at least 1 but were " + value);
      }
      return value;
    }

    /** Opens it; it asks nothing yet. */
    public Meanings open() {
      Counts counts = new Counts();
      String alias = Columns.requireWord("name of embeddings", embeddings.name());
      Space space = new Space(alias, new Fingerprints(key), store, counts, clock, titles);
      Optional<ScheduledThreadPoolExecutor> own =
          scheduler.isPresent() ? Optional.empty() : Optional.of(thread());
      ScheduledExecutorService on = scheduler.orElseGet(own::orElseThrow);
      Allowance allowance = new Allowance(daily, clock);
      Asking asking = new Asking(embeddings, consents, allowance, space, counts, on);
      return new Meanings(alias, Optional.of(space), Optional.of(asking), counts, own);
    }

    /** None while nobody asks. */
    private static ScheduledThreadPoolExecutor thread() {
      ScheduledThreadPoolExecutor one =
          new ScheduledThreadPoolExecutor(
              1,
              work -> {
                Thread thread = new Thread(work, "oo-meaning");
                thread.setDaemon(true);
                return thread;
              });
      one.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
      one.allowCoreThreadTimeOut(true);
      return one;
    }
  }

  /** The standard features, and what titles mean. */
  public Features features() {
    return features(Features.standard());
  }

  /** {@code others}, and what titles mean. */
  public Features features(Features others) {
    List<String> columns = Columns.by(alias);
    return others.and(
        Feature.ofCandidate(
            Columns.MEANING,
            columns,
            (context, candidate, row) -> row.setAll(columns(context, candidate))));
  }

  private float[] columns(Context context, Candidate candidate) {
    if (space.isEmpty() || !context.consents().allow(Purpose.LLM)) {
      return Columns.ABSENT;
    }
    Optional<float[]> known = space.get().find(candidate.title());
    if (known.isEmpty()) {
      asking.ifPresent(behind -> behind.want(context.user(), candidate.title()));
    }
    return known.orElse(Columns.ABSENT);
  }

  /** How often what has happened, by name: requests, texts, failures, rejections. */
  public Map<String, Long> counters() {
    return counts.all();
  }

  /**
   * Asks nothing more of {@code user}, and forgets every title that is in memory, whoever it was
   * of; what is kept of a title says neither whose it was, nor what it was.
   */
  public void forget(UserId user) {
    asking.ifPresent(behind -> behind.forget(user));
    space.ifPresent(Space::forget);
  }

  /** Breaks off what is under way, and forgets what is in memory; twice is fine. */
  @Override
  public void close() {
    asking.ifPresent(Asking::close);
    own.ifPresent(Meanings::end);
    space.ifPresent(Space::forget);
  }

  private static void end(ScheduledThreadPoolExecutor thread) {
    thread.shutdownNow();
    try {
      thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
