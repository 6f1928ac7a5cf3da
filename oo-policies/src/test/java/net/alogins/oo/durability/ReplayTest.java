package net.alogins.oo.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Feature;
import net.alogins.oo.policy.Features;
import net.alogins.oo.tip.Replay;
import org.junit.jupiter.api.Test;

/** I5, I8: any decision of the epoch can be made again, bit for bit. */
class ReplayTest {

  private final Village village = new Village(6, 21);
  private final Stores stores = Stores.inMemory();

  private List<Decided> decisions() {
    return stores.log().read(0, 100_000).stream()
        .map(Recorded::event)
        .filter(Decided.class::isInstance)
        .map(Decided.class::cast)
        .toList();
  }

  @Test
  void i5_every_decision_comes_out_the_same() {
    try (Recommender recommender = village.builder(stores).peopleInMemory(2).build()) {
      village.live(recommender, 150);

      assertThat(decisions()).hasSizeGreaterThan(50);
      for (Decided decided : decisions()) {
        assertThat(recommender.replay(decided.user(), decided.tip()))
            .hasValue(new Replay.Identical());
      }
    }
  }

  @Test
  void there_is_nothing_to_replay_for_somebody_else() {
    try (Recommender recommender = village.builder(stores).build()) {
      village.live(recommender, 5);
      Decided decided = decisions().get(0);

      assertThat(recommender.replay(new UserId("mallory"), decided.tip())).isEmpty();
      assertThat(recommender.replay(decided.user(), new TipId(1, 2))).isEmpty();
    }
  }

  @Test
  void another_policy_or_schema_is_another_epoch() {
    try (Recommender recommender = village.builder(stores).build()) {
      village.live(recommender, 5);
    }
    Decided decided = decisions().get(0);
    Features more =
        Features.standard()
            .and(
                Feature.ofCandidate(
                    "length", List.of("long"), (context, task, row) -> row.mark(0)));
    try (Recommender other = village.builder(stores, Policies.uniform()).build();
        Recommender wider = village.builder(stores).features(more).build()) {
      assertThat(other.replay(decided.user(), decided.tip()))
          .hasValue(new Replay.NotReexecutable("it was chosen by standard, and uniform is live"));
      assertThat(wider.replay(decided.user(), decided.tip()))
          .hasValue(new Replay.NotReexecutable("its features are of another schema"));
    }
  }

  /** A recommender whose house was kept once, behind the path. */
  private Recommender tidied() throws Exception {
    ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor();
    Recommender recommender =
        village.builder(stores).retention(Duration.ofDays(30)).scheduler(behind).build();
    for (int i = 0; i < 3; i++) {
      behind.submit(() -> {}).get(60, TimeUnit.SECONDS);
    }
    behind.shutdown();
    return recommender;
  }

  @Test
  void rows_that_are_too_old_end_an_epoch_and_what_was_learned_stays() throws Exception {
    try (Recommender recommender = village.builder(stores).build()) {
      village.live(recommender, 60);
    }
    Decided old = decisions().get(0);
    village.clock.advance(Duration.ofDays(29));
    try (Recommender recommender = tidied()) {
      village.live(recommender, 10);
    }
    Decided young = decisions().get(decisions().size() - 1);
    village.clock.advance(Duration.ofDays(2));
    tidied().close();

    try (Recommender tidied = tidied()) {
      assertThat(stores.log().trimmed()).isGreaterThan(60);
      assertThat(stores.scores().of(old.user(), old.tip())).isEmpty();
      assertThat(stores.scores().of(young.user(), young.tip())).isNotEmpty();
      assertThat(tidied.replay(old.user(), old.tip())).isEmpty();
      assertThat(tidied.replay(young.user(), young.tip()).orElseThrow())
          .isInstanceOf(Replay.NotReexecutable.class);
      assertThat(tidied.status().counters().get("decisions.decided")).isGreaterThan(50);

      village.live(tidied, 20);
      Decided next = decisions().get(decisions().size() - 1);
      assertThat(tidied.replay(next.user(), next.tip())).hasValue(new Replay.Identical());
      String hash = tidied.status().stateHash();
      assertThat(tidied.rebuild().stateHash()).isEqualTo(hash);
    }
  }
}
