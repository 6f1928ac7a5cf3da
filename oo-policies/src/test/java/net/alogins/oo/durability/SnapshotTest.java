package net.alogins.oo.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.Stores;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.Event;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** I4, I5: recovery is the newest whole snapshot and the log since, to the same bits. */
class SnapshotTest {

  private static final Village VILLAGE = new Village(12, 11);
  private static final StateStore SAVED = new InMemoryStateStore();
  private static final List<Event> ROWS = new ArrayList<>();
  private static String livedHash = "";
  private static Map<String, Long> livedCounters = Map.of();

  private final Counting states = new Counting();
  private final Stores stores = with(logOf(ROWS), states);

  /**
   * What was saved; it counts its use, damages what it gives out when told to, and keeps nothing.
   */
  private static final class Counting implements StateStore {

    private final SplittableRandom random = new SplittableRandom(1);
    private final CompletableFuture<Saved> saved = new CompletableFuture<>();
    private int used;
    private boolean damagesShared;
    private boolean damagesOwn;
    private boolean losesOwn;

    private Optional<Saved> damaged(Optional<Saved> found, boolean isDamaged) {
      return found.map(
          saving -> {
            byte[] body = saving.body().clone();
            if (isDamaged) {
              body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return new Saved(saving.seq(), body);
          });
    }

    @Override
    public Optional<Saved> shared(StateKey key, long atMost) {
      Optional<Saved> found = damaged(SAVED.shared(key, atMost), damagesShared);
      used += found.isPresent() ? 1 : 0;
      return found;
    }

    @Override
    public Optional<Saved> own(StateKey key, UserId user, long atMost) {
      return losesOwn ? Optional.empty() : damaged(SAVED.own(key, user, atMost), damagesOwn);
    }

    @Override
    public OptionalLong base(StateKey key) {
      return SAVED.base(key);
    }

    @Override
    public void saveOwn(StateKey key, Map<UserId, Saved> people) {}

    @Override
    public void saveShared(StateKey key, Saved shared, boolean isBase) {
      saved.complete(shared);
    }

    @Override
    public void drop(StateKey key, long seq) {}
  }

  private static Stores with(Stores stores, StateStore states) {
    return new Stores(stores.log(), stores.profiles(), stores.scores(), states);
  }

  private static Stores logOf(List<Event> rows) {
    Stores stores = Stores.inMemory();
    stores.log().append(rows);
    return stores;
  }

  /** More than enough rows for a snapshot, some of them after it. */
  @BeforeAll
  static void live() {
    Stores all = with(Stores.inMemory(), SAVED);
    try (Recommender recommender = builder(all).build()) {
      VILLAGE.live(recommender, 160);
      livedHash = recommender.status().stateHash();
      livedCounters = ofTheLog(recommender.status());
    }
    all.log().read(0, 10_000).forEach(row -> ROWS.add(row.event()));
    assertThat(ROWS).hasSizeBetween(210, 390);
    try (Recommender saving = builder(all).build()) {
      assertThat(saving.status().stateHash()).isEqualTo(livedHash);
    }
  }

  private static Builder builder(Stores over) {
    return VILLAGE.builder(over).snapshotEvery(200);
  }

  private static Status again(Stores over) {
    try (Recommender again = builder(over).build()) {
      return again.status();
    }
  }

  @Test
  void i4_a_snapshot_and_the_rows_since_lead_to_the_same_state_as_the_whole_log() {
    Status recovered;
    try (Recommender crowded = builder(stores).peopleInMemory(3).build()) {
      recovered = crowded.status();
    }
    Status replayed = again(with(stores, new InMemoryStateStore()));

    assertThat(states.used).isPositive();
    assertThat(recovered.stateHash()).isEqualTo(livedHash);
    assertThat(replayed.stateHash()).isEqualTo(livedHash);
    assertThat(ofTheLog(recovered)).isEqualTo(livedCounters).isEqualTo(ofTheLog(replayed));
  }

  private static Map<String, Long> ofTheLog(Status status) {
    return Map.of(
        "learned", status.counters().get("reactions.learned"),
        "retracted", status.counters().get("reactions.retracted"),
        "censored", status.counters().get("reactions.censored"),
        "decided", status.counters().get("decisions.decided"),
        "open", status.counters().get("decisions.open"));
  }

  @Test
  void i5_life_goes_on_from_a_snapshot_as_it_would_have_without() {
    Stores fresh = with(stores, new InMemoryStateStore());
    try (Recommender recovered = builder(stores).build()) {
      VILLAGE.live(recovered, 100);
      Status later = recovered.status();

      assertThat(again(fresh).stateHash()).isEqualTo(later.stateHash());
    }
  }

  @Test
  void a_damaged_snapshot_is_passed_over_and_the_log_is_read_instead() {
    states.damagesShared = true;

    assertThat(again(stores).stateHash()).isEqualTo(livedHash);
  }

  @Test
  void what_a_start_had_to_learn_again_is_saved_even_if_its_life_is_short() throws Exception {
    states.damagesShared = true;
    ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor();

    try (Recommender again =
        VILLAGE.builder(stores).snapshotEvery(2_000).scheduler(behind).build()) {
      assertThat(states.saved.get(10, TimeUnit.SECONDS).seq()).isEqualTo(again.status().seq());
    } finally {
      behind.shutdown();
    }
  }

  @Test
  void a_person_who_was_saved_badly_is_folded_again_from_the_log() {
    states.damagesOwn = true;
    assertThat(again(stores).stateHash()).isEqualTo(livedHash);

    states.losesOwn = true;
    assertThat(again(stores).stateHash()).isEqualTo(livedHash);
  }

  @Test
  void a_snapshot_of_rows_that_the_log_does_not_hold_is_not_used() {
    Stores emptied = with(Stores.inMemory(), states);

    assertThat(again(emptied).seq()).isZero();
    assertThat(again(stores).stateHash()).isEqualTo(livedHash);
  }

  @Test
  void rows_that_are_gone_and_a_damaged_snapshot_are_refused() {
    stores.log().trim(10);
    states.damagesShared = true;

    assertThatThrownBy(() -> again(stores))
        .isInstanceOf(CorruptEventException.class)
        .hasMessageContaining("the log begins after row 10")
        .hasMessageContaining("restore a backup");
  }

  @Test
  void another_policy_learns_the_log_anew() {
    try (Recommender other = VILLAGE.builder(stores, Policies.uniform()).build()) {
      assertThat(other.status().seq()).isEqualTo(ROWS.size());
      assertThat(other.status().counters().get("reactions.learned"))
          .isEqualTo(livedCounters.get("learned"));
    }
  }

  @Test
  void rebuilding_forgets_what_was_saved_and_comes_to_the_same() {
    try (Recommender recommender = builder(stores).build()) {
      states.losesOwn = true;

      assertThat(recommender.rebuild().stateHash()).isEqualTo(livedHash);

      states.losesOwn = false;
      VILLAGE.live(recommender, 50);
      assertThat(recommender.rebuild().stateHash()).isEqualTo(recommender.status().stateHash());
    }
  }
}
