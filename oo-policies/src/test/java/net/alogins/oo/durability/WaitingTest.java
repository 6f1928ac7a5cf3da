package net.alogins.oo.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.testkit.SampleContexts;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;

/** I14: a decision that stays open for a year does not make everything after it stay, too. */
class WaitingTest {

  private static final UserId ADA = new UserId("ada");
  private static final int A_DAY = 40;
  private static final int DAYS = 60;

  /** How large the person's part was, by the row as of which it was saved. */
  private static final class Measuring implements StateStore {

    private final StateStore kept = new InMemoryStateStore();
    private final Map<Long, Integer> sizes = new TreeMap<>();

    @Override
    public Optional<Saved> shared(StateKey key, long atMost) {
      return kept.shared(key, atMost);
    }

    @Override
    public Optional<Saved> own(StateKey key, UserId user, long atMost) {
      return kept.own(key, user, atMost);
    }

    @Override
    public OptionalLong base(StateKey key) {
      return kept.base(key);
    }

    @Override
    public void saveOwn(StateKey key, Map<UserId, Saved> people) {
      people.values().forEach(saved -> sizes.put(saved.seq(), saved.body().length));
      kept.saveOwn(key, people);
    }

    @Override
    public void saveShared(StateKey key, Saved shared, boolean isBase) {
      kept.saveShared(key, shared, isBase);
    }

    @Override
    public void drop(StateKey key, long seq) {
      kept.drop(key, seq);
    }
  }

  private static Candidate chore(Instant now, String kind) {
    return Candidate.of("chores", kind + now.getEpochSecond(), "Chore").kind(kind);
  }

  @Test
  void a_snooze_of_a_year_holds_up_only_so_much() {
    Stores all = Stores.inMemory();
    Measuring states = new Measuring();
    Stores stores = new Stores(all.log(), all.profiles(), all.scores(), states);
    ManualClock clock = ManualClock.at(SampleContexts.NOW);
    ManualScheduler behind = new ManualScheduler();
    try (Recommender recommender =
        Recommender.from(
                CandidateSource.immediate(
                    context -> List.of(chore(context.now(), "home"), chore(context.now(), "work"))))
            .choosingWith(Policies.standard())
            .stores(stores)
            .clock(clock)
            .scheduler(behind)
            .snapshotEvery(500)
            .randomness(new SplittableRandom(3))
            .build()) {
      Tip first = recommender.tip(ADA).tip().orElseThrow();
      recommender.react(
          ADA, Reaction.snooze(first.id(), clock.instant().plus(Duration.ofDays(360))));
      for (int i = 0; i < A_DAY * DAYS; i++) {
        clock.advance(Duration.ofDays(1).dividedBy(A_DAY));
        recommender.tip(ADA).ifPresent(tip -> recommender.react(ADA, Reaction.done(tip.id())));
        behind.run();
      }
    }

    List<Integer> sizes = List.copyOf(states.sizes.values());
    assertThat(sizes).hasSizeGreaterThan(6);
    assertThat(sizes.get(sizes.size() - 1)).isLessThan(sizes.get(sizes.size() / 2) * 5 / 4);
  }
}
