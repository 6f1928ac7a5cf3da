package net.alogins.oo;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.internal.Engine;
import net.alogins.oo.internal.Rules;
import net.alogins.oo.internal.Settings;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.reaction.SideEffect;

/**
 * Everything about a recommender that is optional. Defaults: volatile stores, the standard filters,
 * features and rewards, the system's clock and zone, 200 ms for slow sources, threads of its own.
 */
public final class Builder {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(100 * 365);

  private final List<CandidateSource> sources;
  private final Policy<?> policy;
  private final List<CandidateFilter> filters = new ArrayList<>(CandidateFilter.standard());
  private final List<Policy<?>> shadows = new ArrayList<>();
  private final List<SideEffect> effects = new ArrayList<>();
  private Optional<Stores> stores = Optional.empty();
  private Optional<ExecutorService> executor = Optional.empty();
  private Optional<ScheduledExecutorService> scheduler = Optional.empty();
  private Features features = Features.standard();
  private RewardRule rewards = RewardRule.standard();
  private Consents consents = Consents.standard();
  private Optional<ZoneId> zone = Optional.empty();
  private Clock clock = Clock.system(ZoneId.systemDefault());
  private LongSupplier ticker = System::nanoTime;
  private RandomGenerator randomness = unpredictable();
  private Duration deadline = Duration.ofMillis(200);
  private Duration lifetime = Duration.ofHours(4);
  private int people = 256;
  private int rows = 4096;
  private Duration retention = Duration.ofDays(400);

  Builder(List<CandidateSource> sources, Policy<?> policy) {
    this.sources = sources;
    this.policy = policy;
    Names.require("policy", Stream.of(policy.name()));
    sources.forEach(source -> Names.require("source", Stream.of(source.name())));
  }

  /** Bits drawn many at once: for one tip alone they would cost more than what it is chosen by. */
  private static RandomGenerator unpredictable() {
    ByteBuffer drawn = ByteBuffer.allocate(4096).limit(0);
    return () -> {
      if (!drawn.hasRemaining()) {
        new SecureRandom().nextBytes(drawn.clear().array());
      }
      return drawn.getLong();
    };
  }

  /** Keeps everything in {@code newStores}; the caller closes them, after the recommender. */
  public Builder stores(Stores newStores) {
    stores = Optional.of(newStores);
    return this;
  }

  /** One more filter, after the standard ones. */
  public Builder filter(CandidateFilter filter) {
    filters.add(filter);
    Names.require("filter", filters.stream().map(CandidateFilter::name));
    return this;
  }

  /** Looks at these features instead of the standard ones. */
  public Builder features(Features newFeatures) {
    features = newFeatures;
    return this;
  }

  /**
   * One more policy that ranks and learns behind the path, without influence.
   *
   * @throws IllegalArgumentException if its name is that of another policy
   */
  public Builder shadow(Policy<?> shadow) {
    shadows.add(shadow);
    Names.require("policy", Stream.concat(Stream.of(policy), shadows.stream()).map(Policy::name));
    return this;
  }

  /** What reactions are worth. */
  public Builder rewards(RewardRule rule) {
    rewards = rule;
    return this;
  }

  /** One more thing to bring about outside when something is done. */
  public Builder effect(SideEffect effect) {
    effects.add(effect);
    Names.require("side effect", effects.stream().map(SideEffect::name));
    return this;
  }

  /** What people allow who never said. */
  public Builder consents(Consents unsaid) {
    consents = unsaid;
    return this;
  }

  /** Where the clock of people hangs who never said; the clock's own zone by default. */
  public Builder zone(ZoneId newZone) {
    zone = Optional.of(newZone);
    return this;
  }

  /** The wall clock. */
  public Builder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /** The monotonic clock, in nanoseconds, for deadlines and stage times. */
  public Builder ticker(LongSupplier newTicker) {
    ticker = newTicker;
    return this;
  }

  /** Where the bits of tip ids come from; every random stream derives from them. */
  public Builder randomness(RandomGenerator newRandomness) {
    randomness = newRandomness;
    return this;
  }

  /** Threads for slow sources; the caller ends them. */
  public Builder executor(ExecutorService newExecutor) {
    executor = Optional.of(newExecutor);
    return this;
  }

  /** The thread for what happens behind the path; the caller ends it. */
  public Builder scheduler(ScheduledExecutorService newScheduler) {
    scheduler = Optional.of(newScheduler);
    return this;
  }

  /**
   * How long slow sources may take.
   *
   * @throws IllegalArgumentException unless it is a millisecond to a minute
   */
  public Builder deadline(Duration newDeadline) {
    deadline = within("deadline", newDeadline, SHORTEST, Duration.ofMinutes(1));
    return this;
  }

  /**
   * How long a tip stays open, 4 hours by default: asking again within that time returns the same.
   *
   * @throws IllegalArgumentException unless it is a millisecond to 24 hours, after which a tip
   *     without an answer counts as ignored
   */
  public Builder openFor(Duration newLifetime) {
    lifetime = within("the time that a tip is open", newLifetime, SHORTEST, Rules.JOIN_WINDOW);
    return this;
  }

  /**
   * How many people's own states are kept in memory, 256 by default; others are read again when
   * they come back, which takes milliseconds and changes nothing else. The standard policy needs up
   * to 400 KB for each.
   *
   * @throws IllegalArgumentException unless it is at least 1
   */
  public Builder peopleInMemory(int most) {
    people = atLeastOne("people in memory", most);
    return this;
  }

  /**
   * How many rows of the log there are between two snapshots of what was learned, 4,096 by default:
   * as many are read again at a start, at most.
   *
   * @throws IllegalArgumentException unless it is at least 1
   */
  public Builder snapshotEvery(int newRows) {
    rows = atLeastOne("rows between snapshots", newRows);
    return this;
  }

  private static int atLeastOne(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " must be at least 1 but was " + number);
    }
    return number;
  }

  /**
   * How long rows of the log are kept, 400 days by default. Then a snapshot stands for them: what
   * was learned stays, but histories end, and decisions from before cannot be replayed.
   *
   * @throws IllegalArgumentException unless it is 30 days to a hundred years
   */
  public Builder retention(Duration newRetention) {
    retention = within("retention", newRetention, Duration.ofDays(30), LONGEST);
    return this;
  }

  private static Duration within(String what, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + " but was " + value);
    }
    return value;
  }

  /** The recommender, having learned everything that its log says. */
  public Recommender build() {
    Stores kept = stores.orElseGet(Stores::inMemory);
    List<ExecutorService> owned = new ArrayList<>();
    Settings settings = new Settings(path(), kept(kept), outside(owned));
    try {
      Engine engine = new Engine(settings);
      if (stores.isEmpty()) {
        settings.outside().scheduler().execute(Builder::sayVolatile);
      }
      return new Recommender(engine, policy.name(), kept.isVolatile(), owned);
    } catch (RuntimeException failure) {
      owned.forEach(Threads::end);
      throw failure;
    }
  }

  /** Not before there is a recommender: to say the first thing takes a logging system to start. */
  private static void sayVolatile() {
    System.getLogger(Recommender.class.getName())
        .log(Level.INFO, "no stores were given: this recommender's memory is volatile");
  }

  private Settings.Path path() {
    Preferences preferences = new Preferences(zone.orElse(clock.getZone()));
    return new Settings.Path(
        new Settings.Defaults(consents, preferences),
        sources,
        List.copyOf(filters),
        features,
        policy,
        List.copyOf(shadows),
        rewards,
        List.copyOf(effects),
        lifetime);
  }

  private Settings.Kept kept(Stores stores) {
    return new Settings.Kept(
        stores.log(),
        stores.profiles(),
        stores.scores(),
        stores.states(),
        new Settings.Limits(people, rows, retention));
  }

  private Settings.Outside outside(List<ExecutorService> owned) {
    return new Settings.Outside(
        clock,
        ticker,
        randomness,
        executor.orElseGet(() -> own(Threads.forSources(), owned)),
        scheduler.orElseGet(() -> own(Threads.behindThePath(), owned)),
        deadline);
  }

  private static <E extends ExecutorService> E own(E fresh, List<ExecutorService> owned) {
    owned.add(fresh);
    return fresh;
  }
}
