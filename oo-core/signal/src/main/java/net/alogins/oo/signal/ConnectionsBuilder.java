package net.alogins.oo.signal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** What connections may be told before they are opened. */
public final class ConnectionsBuilder {

  private static final Duration LEAST_EVERY = Duration.ofSeconds(1);

  final Map<String, Connector> connectors;
  final ConnectionStore store;
  final TokenVault vault;
  Clock clock = Clock.systemUTC();
  Duration every = Duration.ofMinutes(5);
  Duration longestSync = Duration.ofMinutes(10);
  int mostPeople = 1_000;
  Set<String> telling = Set.of();
  RandomGenerator randomness = new SecureRandom();
  Optional<ExecutorService> executor = Optional.empty();
  Optional<ScheduledExecutorService> scheduler = Optional.empty();

  ConnectionsBuilder(Map<String, Connector> connectors, ConnectionStore store, TokenVault vault) {
    this.connectors = connectors;
    this.store = store;
    this.vault = vault;
  }

  /** How long after a sync the next one begins at the latest; 5 minutes by default. */
  public ConnectionsBuilder every(Duration newEvery) {
    if (newEvery.compareTo(LEAST_EVERY) < 0) {
      throw new IllegalArgumentException(
          "syncs must be at least " + LEAST_EVERY + " apart but were " + newEvery);
    }
    every = newEvery;
    return this;
  }

  /**
   * How long a sync may take before it begins nothing more, and is gone on with by the next, as one
   * that has failed; 10 minutes by default.
   */
  public ConnectionsBuilder longestSync(Duration longest) {
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("a sync must be given some time but was given " + longest);
    }
    longestSync = longest;
    return this;
  }

  /** Of how many people the open tasks are kept in memory; 1,000 by default. */
  public ConnectionsBuilder peopleInMemory(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("people in memory must be 1 or more but was " + most);
    }
    mostPeople = most;
    return this;
  }

  /**
   * The connectors whose systems tell this host by themselves that something has changed, as
   * webhooks do that were set up, so that {@link Connections#wake(String, String)} can be told of
   * an account. Each of their connections is asked for {@link Connector#account} once in a process,
   * which is a request more; none by default.
   */
  public ConnectionsBuilder telling(Set<String> newTelling) {
    telling = Set.copyOf(newTelling);
    return this;
  }

  /** The clock that says when something was synced. */
  public ConnectionsBuilder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /** What waits are shortened by, and what people come back with; unpredictable by default. */
  public ConnectionsBuilder randomness(RandomGenerator newRandomness) {
    randomness = newRandomness;
    return this;
  }

  /** The threads that syncs run on, which remain the host's; our own by default. */
  public ConnectionsBuilder executor(ExecutorService newExecutor) {
    executor = Optional.of(newExecutor);
    return this;
  }

  /** What calls syncs up when they are due, which remains the host's; our own by default. */
  public ConnectionsBuilder scheduler(ScheduledExecutorService newScheduler) {
    scheduler = Optional.of(newScheduler);
    return this;
  }

  /** Opens them: every connection is synced from where it stands. */
  public Connections open() {
    Connections connections = new Connections(this);
    connections.begin();
    return connections;
  }
}
