package net.alogins.oo.habits;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;

/**
 * What people lately did, as features: how often a kind was shown, done, put off and refused within
 * an hour, a day, a week and four weeks, and about this hour of the day.
 *
 * <pre>{@code
 * try (Habits habits = Habits.of(stores.log()).open();
 *     Recommender recommender =
 *         Recommender.from(chores).choosingWith(policy).stores(stores)
 *             .features(habits.features()).build()) { … }
 * }</pre>
 *
 * <p>It reads the log behind the path, at its own pace. Nobody who waits for a tip waits for it: of
 * a person that it does not know, or has not come to, the features are 0, the one that says so too.
 * Every decision tells by which row of the person its numbers are, so they can be {@linkplain
 * Recount counted again}.
 */
public final class Habits implements AutoCloseable {

  private static final int PEOPLE = 4096;

  private final Glances glances;
  private final People people;
  private final Optional<Reading> reading;
  private final Optional<ScheduledThreadPoolExecutor> own;

  private Habits(
      People people, Optional<Reading> reading, Optional<ScheduledThreadPoolExecutor> own) {
    this.people = people;
    this.glances = new Glances(people);
    this.reading = reading;
    this.own = own;
  }

  /** Begins to follow {@code log}. */
  public static Builder of(EventLog log) {
    return new Builder(log);
  }

  /** Knows nobody and reads nothing: for those who only need the schema, as to replay. */
  public static Habits none() {
    return new Habits(new People(0), Optional.empty(), Optional.empty());
  }

  /** Everything that is optional. */
  public static final class Builder {

    private final EventLog log;
    private int people = PEOPLE;
    private Optional<ScheduledExecutorService> scheduler = Optional.empty();

    private Builder(EventLog log) {
      this.log = log;
    }

    /**
     * How many people are kept in memory, 4,096 by default, up to 4 KB for each; others are read
     * again when they do something.
     *
     * @throws IllegalArgumentException unless it is at least 1
     */
    public Builder people(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("people in memory must be at least 1 but was " + most);
      }
      people = most;
      return this;
    }

    /** The thread that reads; the caller ends it. */
    public Builder scheduler(ScheduledExecutorService newScheduler) {
      scheduler = Optional.of(newScheduler);
      return this;
    }

    /** Opens it; it begins where it was closed. */
    public Habits open() {
      People known = new People(people);
      Optional<ScheduledThreadPoolExecutor> own =
          scheduler.isPresent() ? Optional.empty() : Optional.of(thread());
      ScheduledExecutorService on = scheduler.orElseGet(own::orElseThrow);
      return new Habits(known, Optional.of(new Reading(log, known, on)), own);
    }

    private static ScheduledThreadPoolExecutor thread() {
      ScheduledThreadPoolExecutor one =
          new ScheduledThreadPoolExecutor(
              1,
              work -> {
                Thread thread = new Thread(work, "oo-habits");
                thread.setDaemon(true);
                return thread;
              });
      one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
      one.setRemoveOnCancelPolicy(true);
      return one;
    }
  }

  /** The standard features, and what people lately did. */
  public Features features() {
    return features(Features.standard());
  }

  /** {@code others}, and what people lately did. */
  public Features features(Features others) {
    return others
        .and(
            Feature.ofContext(
                Columns.MOMENT,
                Columns.OF_MOMENT,
                (context, row) -> row.setAll(glances.last(context).moment())))
        .and(
            Feature.ofCandidate(
                Columns.KIND,
                Columns.OF_KIND,
                (context, candidate, row) ->
                    row.setAll(glances.at(context).kind(candidate.kind()))));
  }

  /** How many rows of the log it has not read, as far as is known. */
  public long lag() {
    return reading.map(Reading::lag).orElse(0L);
  }

  /** Whether it cannot read the log now, and tries again. */
  public boolean isTroubled() {
    return reading.filter(Reading::isTroubled).isPresent();
  }

  /** How many people it has in memory. */
  public int people() {
    return people.size();
  }

  /** Ends its thread, and forgets: features are 0 from then on. Twice is fine. */
  @Override
  public void close() {
    reading.ifPresent(Reading::close);
    own.ifPresent(ScheduledThreadPoolExecutor::shutdownNow);
    people.forget();
  }
}
