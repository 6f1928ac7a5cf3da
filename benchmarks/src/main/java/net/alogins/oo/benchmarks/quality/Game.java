package net.alogins.oo.benchmarks.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.benchmarks.NamedPolicy;
import net.alogins.oo.benchmarks.quality.DataSet.Example;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Cross;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.tip.Tip;

/**
 * A multiclass set played as a bandit by a recommender: each row is a person who comes once, the
 * row's numbers are the context, the labels are the candidates, and the right one is done, a wrong
 * one dismissed.
 */
final class Game {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final String SOURCE = "labels";

  /** One for the right label, nothing for a wrong one. */
  private record Right() implements RewardRule {

    @Override
    public Optional<Reward> reward(Answers answers) {
      return answers.kinds().isEmpty()
          ? Optional.empty()
          : Optional.of(new Reward(answers.kinds().contains(Kind.DONE) ? 1 : 0));
    }

    @Override
    public RewardRange range() {
      return new RewardRange(0, 1);
    }
  }

  private final DataSet set;
  private final List<Candidate> labels;

  /** A policy of oO, asked through a recommender, as a host would. */
  record Embedded(NamedPolicy policy) implements Contender {

    @Override
    public String name() {
      return policy.name();
    }

    @Override
    public Outcome play(DataSet set, int seed) {
      return new Game(set).play(policy.policy(), seed);
    }
  }

  private Game(DataSet set) {
    this.set = set;
    this.labels =
        set.labels().stream().map(label -> Candidate.of(SOURCE, label, "Label " + label)).toList();
  }

  private Outcome play(Policy<?> policy, int seed) {
    ManualClock clock = ManualClock.at(START);
    ManualScheduler behind = new ManualScheduler();
    try (Recommender recommender =
        Recommender.from(
                CandidateSource.named(SOURCE, CandidateSource.immediate(context -> labels)))
            .choosingWith(policy)
            .stores(Stores.inMemory())
            .features(features())
            .rewards(new Right())
            .clock(clock)
            .randomness(new SplittableRandom(seed))
            .scheduler(behind)
            .build()) {
      return play(recommender, clock, set.order(seed));
    }
  }

  private Outcome play(Recommender recommender, ManualClock clock, List<Integer> order) {
    BitSet right = new BitSet();
    for (int i = 0; i < order.size(); i++) {
      clock.advance(PACE);
      UserId user = new UserId("row-" + order.get(i));
      var advice = recommender.tip(user);
      Tip tip = advice.tip().orElseThrow(() -> new IllegalStateException("no tip: " + advice));
      String label = set.labels().get(set.rows().get(order.get(i)).label());
      boolean isRight = tip.candidate().id().key().equals(label);
      recommender.react(user, isRight ? Reaction.done(tip.id()) : Reaction.dismiss(tip.id()));
      right.set(i, isRight);
    }
    return Outcome.of(right, order.size());
  }

  /** The numbers of the row that comes, each label with a model of its own. */
  private Features features() {
    List<Feature> all = new ArrayList<>();
    all.add(Feature.ofContext("usual", List.of("always"), (context, row) -> row.mark(0)));
    all.add(
        Feature.ofContext(
            "numbers",
            set.columns(),
            (context, row) -> {
              DoubleColumn values = example(context.user()).values();
              for (int j = 0; j < values.size(); j++) {
                row.set(j, values.get(j));
              }
            }));
    return Features.of(
        all, List.of(new Cross("usual", Cross.ARM), new Cross("numbers", Cross.ARM)));
  }

  private Example example(UserId user) {
    return set.rows().get(Integer.parseInt(user.value().substring("row-".length())));
  }
}
