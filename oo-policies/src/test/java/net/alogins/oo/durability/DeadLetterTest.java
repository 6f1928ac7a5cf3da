package net.alogins.oo.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.reaction.DeadLetter;
import net.alogins.oo.reaction.Reaction;
import org.junit.jupiter.api.Test;

/** I9, I17: what cannot be learned leaves no trace, is listed, and can be tried again once. */
class DeadLetterTest {

  private static final UserId ADA = new UserId("villager 0");

  private final Village village = new Village(1, 1);
  private final Stores stores = Stores.inMemory();
  private final AtomicBoolean isPoisonous = new AtomicBoolean();

  /** Counts what it learned; it refuses rewards below 0 while something is poisonous. */
  private final class Picky implements SharedPolicy<Long> {

    @Override
    public String name() {
      return "picky";
    }

    @Override
    public Long initial(FeatureSchema schema, RewardRange range) {
      return 0L;
    }

    @Override
    public Ranking rank(Long state, Slate slate, RandomGenerator random) {
      double[] propensities = new double[slate.size()];
      propensities[0] = 1;
      return Ranking.of(new double[slate.size()], propensities);
    }

    @Override
    public Long learn(Long state, List<Experience> batch) {
      for (Experience experience : batch) {
        if (isPoisonous.get()
            && experience instanceof Experience.First f
            && f.reward().value() < 0) {
          throw new ArithmeticException("no negative rewards please");
        }
      }
      return state + batch.size();
    }

    @Override
    public void write(Long state, DataOutput out) throws IOException {
      out.writeLong(state);
    }

    @Override
    public Long read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
      return in.readLong();
    }
  }

  private Recommender recommender(Stores over) {
    return village.builder(over, new Picky()).build();
  }

  private static TipId dismissed(Recommender recommender) {
    TipId tip = recommender.tip(ADA).tip().orElseThrow().id();
    recommender.react(ADA, Reaction.dismiss(tip));
    return tip;
  }

  private static void assertConserved(Map<String, Long> counters, long dead) {
    assertThat(counters.get("reactions.deadLettered")).isEqualTo(dead);
    assertThat(counters.get("reactions.recorded"))
        .isEqualTo(
            counters.get("reactions.learned")
                + counters.get("reactions.retracted")
                + counters.get("reactions.censored")
                + counters.get("reactions.late")
                + counters.get("reactions.orphan")
                + dead);
    assertThat(counters.get("decisions.decided"))
        .isEqualTo(
            counters.get("decisions.learned")
                + counters.get("decisions.withdrawn")
                + counters.get("decisions.deadLettered")
                + counters.get("decisions.open"));
  }

  @Test
  void i9_what_is_refused_changes_nothing_and_is_listed_with_its_cause() {
    try (Recommender recommender = recommender(stores)) {
      recommender.react(ADA, Reaction.done(recommender.tip(ADA).tip().orElseThrow().id()));
      String before = recommender.status().stateHash();
      isPoisonous.set(true);

      TipId tip = dismissed(recommender);

      assertThat(recommender.status().stateHash()).isEqualTo(before);
      assertThat(recommender.deadLetters())
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.tip()).isEqualTo(tip);
                assertThat(letter.user()).isEqualTo(ADA);
                assertThat(letter.cause()).contains("no negative rewards please");
                assertThat(letter.redriven()).isFalse();
                assertThat(stores.log().read(letter.seq() - 1, 1))
                    .extracting(Recorded::event)
                    .allMatch(event -> event.about().orElseThrow().equals(tip));
              });
      assertConserved(recommender.status().counters(), 1);
    }
  }

  @Test
  void a_dead_letter_is_there_after_a_restart_and_stays_refused_in_every_replay() {
    isPoisonous.set(true);
    List<DeadLetter> letters;
    try (Recommender recommender = recommender(stores)) {
      dismissed(recommender);
      letters = recommender.deadLetters();
    }
    try (Recommender again = recommender(stores)) {
      assertThat(again.deadLetters()).isEqualTo(letters);
      assertThat(again.rebuild().stateHash()).isEqualTo(again.status().stateHash());
    }
  }

  @Test
  void a_dead_letter_is_tried_again_once_and_then_learned() {
    isPoisonous.set(true);
    try (Recommender recommender = recommender(stores)) {
      TipId tip = dismissed(recommender);
      String before = recommender.status().stateHash();
      isPoisonous.set(false);

      assertThat(recommender.redrive(ADA, tip)).isTrue();

      assertThat(recommender.deadLetters()).isEmpty();
      assertThat(recommender.status().stateHash()).isNotEqualTo(before);
      assertConserved(recommender.status().counters(), 0);
      assertThat(recommender.redrive(ADA, tip)).isFalse();
    }
  }

  @Test
  void what_is_refused_again_is_not_tried_a_third_time() {
    isPoisonous.set(true);
    try (Recommender recommender = recommender(stores)) {
      TipId tip = dismissed(recommender);

      assertThat(recommender.redrive(ADA, tip)).isFalse();
      assertThat(recommender.deadLetters()).singleElement().matches(DeadLetter::redriven);
      isPoisonous.set(false);
      assertThat(recommender.redrive(ADA, tip)).isFalse();

      assertThat(stores.log().read(0, 100).stream().map(Recorded::event))
          .filteredOn(Redriven.class::isInstance)
          .hasSize(1);
      assertConserved(recommender.status().counters(), 1);
    }
  }

  @Test
  void what_is_driven_too_late_stays_a_dead_letter() {
    isPoisonous.set(true);
    try (Recommender recommender = recommender(stores)) {
      TipId tip = dismissed(recommender);
      isPoisonous.set(false);
      village.clock.advance(Duration.ofDays(8));

      assertThat(recommender.redrive(ADA, tip)).isFalse();

      assertThat(recommender.deadLetters())
          .singleElement()
          .satisfies(letter -> assertThat(letter.cause()).contains("no negative rewards"))
          .matches(DeadLetter::redriven);
    }
  }

  @Test
  void nobody_can_drive_what_is_not_theirs_or_not_dead() {
    isPoisonous.set(true);
    try (Recommender recommender = recommender(stores)) {
      TipId tip = dismissed(recommender);

      assertThat(recommender.redrive(new UserId("mallory"), tip)).isFalse();
      assertThat(recommender.redrive(ADA, new TipId(1, 2))).isFalse();
      assertThat(stores.log().read(0, 100)).noneMatch(row -> row.event() instanceof Redriven);
    }
  }

  @Test
  void other_lessons_of_the_same_batch_are_learned() {
    try (Recommender recommender = recommender(stores)) {
      dismissed(recommender);
      recommender.react(ADA, Reaction.done(recommender.tip(ADA).tip().orElseThrow().id()));
    }
    isPoisonous.set(true);
    Stores fresh =
        new Stores(stores.log(), stores.profiles(), stores.scores(), new InMemoryStateStore());
    try (Recommender again = recommender(fresh)) {
      assertThat(again.status().counters()).containsEntry("decisions.learned", 1L);
      assertConserved(again.status().counters(), 1);
    }
  }
}
