package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;
import org.junit.jupiter.api.Test;

/** Whoever waits for an answer is written down in every snapshot: what that costs is bounded. */
class WaitingWindowsTest {

  private static final int PEOPLE = 400;
  private static final int BYTES_OF_A_WINDOW = 8 + 2 + "user999".length() + 16;
  private static final long BYTES_OF_THE_REST = 2_000;

  /** Counts what is written for everybody. */
  private static final class Counting implements StateStore {

    private final StateStore states = new InMemoryStateStore();
    private int snapshots;
    private long bytes;

    @Override
    public Optional<Saved> shared(StateKey key, long atMost) {
      return states.shared(key, atMost);
    }

    @Override
    public Optional<Saved> own(StateKey key, UserId user, long atMost) {
      return states.own(key, user, atMost);
    }

    @Override
    public OptionalLong base(StateKey key) {
      return states.base(key);
    }

    @Override
    public void saveOwn(StateKey key, Map<UserId, Saved> people) {
      states.saveOwn(key, people);
    }

    @Override
    public void saveShared(StateKey key, Saved shared, boolean isBase) {
      snapshots++;
      bytes += shared.body().length;
      states.saveShared(key, shared, isBase);
    }

    @Override
    public void drop(StateKey key, long seq) {
      states.drop(key, seq);
    }
  }

  private static Builder builder(Stores stores) {
    return Recommender.from(
            CandidateSource.immediate(context -> List.of(Candidate.of("s", "a", "A"))))
        .choosingWith(ScriptedPolicy.scoring(Map.of()))
        .stores(stores)
        .snapshotEvery(1);
  }

  @Test
  void the_more_people_wait_the_rarer_is_a_snapshot_and_none_of_them_is_forgotten() {
    Stores memory = Stores.inMemory();
    Counting states = new Counting();
    Stores stores = new Stores(memory.log(), memory.profiles(), memory.scores(), states);
    ManualScheduler behind = new ManualScheduler();
    String hash;
    try (Recommender recommender = builder(stores).scheduler(behind).build()) {
      for (int i = 100; i < 100 + PEOPLE; i++) {
        recommender.tip(new UserId("user" + i));
        behind.run();
      }
      hash = recommender.status().stateHash();
    }

    assertThat(states.snapshots).isBetween(PEOPLE / 16, PEOPLE / 4);
    assertThat(states.bytes)
        .isLessThan(17L * PEOPLE * BYTES_OF_A_WINDOW + BYTES_OF_THE_REST * states.snapshots);
    try (Recommender again = builder(stores).scheduler(new ManualScheduler()).build()) {
      assertThat(again.status().stateHash()).isEqualTo(hash);
    }
  }
}
