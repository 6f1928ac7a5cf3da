package net.alogins.oo.benchmarks.tipsim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.habits.Habits;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.simulation.Chore;
import net.alogins.oo.policies.simulation.Moment;
import net.alogins.oo.policies.simulation.Outcome;
import net.alogins.oo.policies.simulation.Player;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;

/** A policy in a recommender, as a host embeds it: asked by {@code tip}, told by {@code react}. */
final class Embedded implements Player, AutoCloseable {

  private static final Instant DAWN = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration OPEN = Duration.ofHours(3);
  private static final double MILLIS_OF_AN_HOUR = 3_600_000;
  private static final int EVERYBODY = 1_000;
  private static final String SOURCE = "chores";

  /** What an outcome is worth in the world, silence once its time is over. */
  private record Worth() implements RewardRule {

    @Override
    public Optional<Reward> reward(Answers answers) {
      return outcome(answers).map(Outcome::reward).map(Reward::new);
    }

    private static Optional<Outcome> outcome(Answers answers) {
      if (answers.kinds().contains(Kind.DONE)) {
        return Optional.of(Outcome.DONE);
      }
      if (answers.kinds().contains(Kind.DISMISSED)) {
        return Optional.of(Outcome.DISMISSED);
      }
      if (answers.kinds().contains(Kind.SNOOZED)) {
        return Optional.of(Outcome.SNOOZED);
      }
      return answers.closed() ? Optional.of(Outcome.IGNORED) : Optional.empty();
    }

    @Override
    public RewardRange range() {
      return new RewardRange(Outcome.DISMISSED.reward(), Outcome.DONE.reward());
    }
  }

  /** What reactions are worth there. */
  static final RewardRule WORTH = new Worth();

  private final ManualClock clock = ManualClock.at(DAWN);
  private final ManualScheduler behind = new ManualScheduler();
  private final Map<Long, TipId> tips = new HashMap<>();
  private final Stores stores = Stores.inMemory();
  private final Habits habits;
  private final Recommender recommender;
  private List<Candidate> offered = List.of();

  Embedded(Policy<?> policy, int seed, Function<Habits, Features> sight) {
    this.habits = Habits.of(stores.log()).scheduler(behind).open();
    this.recommender =
        Recommender.from(
                CandidateSource.named(SOURCE, CandidateSource.immediate(context -> offered)))
            .choosingWith(policy)
            .stores(stores)
            .features(sight.apply(habits))
            .rewards(WORTH)
            .openFor(OPEN)
            .clock(clock)
            .randomness(new SplittableRandom(seed))
            .scheduler(behind)
            .peopleInMemory(EVERYBODY)
            .build();
  }

  @Override
  public int choose(long number, int person, Moment moment, List<Chore> chores) {
    at(moment.hours());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    offered = chores.stream().map(chore -> ChoreFeatures.candidate(SOURCE, chore, today)).toList();
    var advice = recommender.tip(user(person), ChoreFeatures.of(moment));
    var tip = advice.tip().orElseThrow(() -> new IllegalStateException("no tip: " + advice));
    tips.put(number, tip.id());
    return offered.stream().map(Candidate::id).toList().indexOf(tip.candidate().id());
  }

  @Override
  public void hear(Tip tip, Outcome outcome, double hours) {
    at(hours);
    reaction(Objects.requireNonNull(tips.get(tip.number()), "a tip that was given"), outcome)
        .ifPresent(reaction -> recommender.react(user(tip.person()), reaction));
  }

  /** Silence is nothing that one could tell: it is known when the time to answer is over. */
  private Optional<Reaction> reaction(TipId tip, Outcome outcome) {
    return switch (outcome) {
      case DONE -> Optional.of(Reaction.done(tip));
      case SNOOZED -> Optional.of(Reaction.snooze(tip, clock.instant().plusSeconds(1)));
      case DISMISSED -> Optional.of(Reaction.dismiss(tip));
      case IGNORED -> Optional.empty();
    };
  }

  private void at(double hours) {
    Instant now = DAWN.plusMillis((long) (hours * MILLIS_OF_AN_HOUR));
    if (now.isAfter(clock.instant())) {
      clock.set(now);
      behind.run();
    }
  }

  /** What is kept of this life. */
  Stores stores() {
    return stores;
  }

  private static UserId user(int person) {
    return new UserId("person-" + person);
  }

  @Override
  public void close() {
    recommender.close();
    habits.close();
    behind.shutdownNow();
  }
}
