package net.alogins.oo.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.StateStore;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.ProfileStore;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.reaction.SideEffect;
import net.alogins.oo.tip.TipScores;

/**
 * Everything that an engine is made of, in the order of the path.
 *
 * @param path what the data passes through
 * @param kept where it is kept
 * @param outside what comes from outside
 */
public record Settings(Path path, Kept kept, Outside outside) {

  /** What the data passes through. */
  public record Path(
      Defaults defaults,
      List<CandidateSource> sources,
      List<CandidateFilter> filters,
      Features features,
      Policy<?> policy,
      List<Policy<?>> shadows,
      RewardRule rewards,
      List<SideEffect> effects,
      Duration lifetime) {}

  /** What holds for a person who never said otherwise. */
  public record Defaults(Consents consents, Preferences preferences) {}

  /** Where it is kept. */
  public record Kept(
      EventLog log, ProfileStore profiles, TipScores scores, StateStore states, Limits limits) {}

  /**
   * How much is kept.
   *
   * @param people how many people's own states are in memory
   * @param rows how many rows there are between two snapshots
   * @param retention how long a row of the log is kept
   */
  public record Limits(int people, int rows, Duration retention) {}

  /** What comes from outside: time, randomness, threads. */
  public record Outside(
      Clock clock,
      LongSupplier ticker,
      RandomGenerator random,
      ExecutorService executor,
      ScheduledExecutorService scheduler,
      Duration deadline) {}
}
