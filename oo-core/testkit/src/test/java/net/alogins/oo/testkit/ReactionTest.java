package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.House.ADA;
import static net.alogins.oo.testkit.House.BOB;
import static net.alogins.oo.testkit.House.count;
import static net.alogins.oo.testkit.House.tip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.InvalidReactionException;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;

class ReactionTest {

  private final House house = new House("a", "b", "c");

  @Test
  void telling_the_same_twice_is_telling_it_once() {
    try (Recommender recommender = house.builder().build()) {
      Answer done = Reaction.done(tip(recommender).id());

      assertThat(recommender.react(ADA, done)).isEqualTo(Receipt.RECORDED);
      String state = recommender.status().stateHash();
      assertThat(recommender.react(ADA, done)).isEqualTo(Receipt.REPEATED);

      assertThat(recommender.status().stateHash()).isEqualTo(state);
      assertThat(count(recommender, "decisions.learned")).isEqualTo(1);
      assertThat(count(recommender, "reactions.received")).isEqualTo(2);
    }
  }

  @Test
  void the_same_id_for_something_else_is_a_conflict_and_changes_nothing() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      recommender.react(ADA, Reaction.done(tip).id(new ReactionId("press")));
      String state = recommender.status().stateHash();

      assertThat(recommender.react(ADA, Reaction.dismiss(tip).id(new ReactionId("press"))))
          .isEqualTo(Receipt.CONFLICT);
      assertThat(recommender.status().stateHash()).isEqualTo(state);
    }
  }

  @Test
  void a_foreign_tip_answers_like_an_unknown_one() {
    try (Recommender recommender = house.builder().build()) {
      Tip adas = tip(recommender);

      assertThat(recommender.react(BOB, Reaction.done(adas.id()))).isEqualTo(Receipt.ORPHAN);
      assertThat(recommender.react(BOB, Reaction.done(new TipId(1, 1)))).isEqualTo(Receipt.ORPHAN);
      assertThat(recommender.open(ADA).tip()).contains(adas);
      assertThat(count(recommender, "reactions.orphan")).isEqualTo(2);
      assertThat(count(recommender, "decisions.learned")).isZero();
    }
  }

  @Test
  void after_the_amend_horizon_a_reaction_is_late_and_never_learned() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      house.clock.advance(Duration.ofDays(7).plusMillis(1));

      assertThat(recommender.react(ADA, Reaction.done(tip))).isEqualTo(Receipt.LATE);
      assertThat(count(recommender, "reactions.late")).isEqualTo(1);
    }
  }

  @Test
  void done_undo_done_is_three_facts_and_one_lesson() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      Answer first = Reaction.done(tip).id(new ReactionId("1"));

      recommender.react(ADA, first);
      recommender.react(ADA, first.undo().id(new ReactionId("2")));
      assertThat(recommender.open(ADA).tip()).map(Tip::id).contains(tip);
      assertThat(count(recommender, "reactions.retracted")).isEqualTo(1);
      assertThat(count(recommender, "decisions.learned")).isZero();
      recommender.react(ADA, Reaction.done(tip).id(new ReactionId("3")));

      assertThat(house.stores.log().about(ADA, tip)).hasSize(4);
      assertThat(count(recommender, "reactions.learned")).isEqualTo(1);
      assertThat(count(recommender, "decisions.learned")).isEqualTo(1);
    }
  }

  @Test
  void an_undo_that_overtakes_its_answer_holds_all_the_same() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      Answer done = Reaction.done(tip);

      recommender.react(ADA, done.undo());
      recommender.react(ADA, done);

      assertThat(count(recommender, "reactions.retracted")).isEqualTo(1);
      assertThat(count(recommender, "decisions.learned")).isZero();
    }
  }

  @Test
  void an_unanswered_tip_counts_as_ignored_when_its_window_closes() {
    try (Recommender recommender = house.builder().build()) {
      tip(recommender);
      house.clock.advance(Duration.ofHours(24));
      recommender.tip(BOB);

      assertThat(count(recommender, "decisions.learned")).isEqualTo(1);
    }
  }

  @Test
  void a_snooze_is_censored() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      recommender.react(ADA, Reaction.snooze(tip, house.clock.instant().plus(Duration.ofHours(1))));
      house.clock.advance(Duration.ofDays(2));
      recommender.tip(BOB);

      assertThat(count(recommender, "reactions.censored")).isEqualTo(1);
      assertThat(count(recommender, "decisions.learned")).isZero();
    }
  }

  @Test
  void an_undo_after_the_window_closed_leaves_the_tip_ignored() {
    try (Recommender recommender = house.builder().build()) {
      Answer done = Reaction.done(tip(recommender).id());
      recommender.react(ADA, done);
      house.clock.advance(Duration.ofHours(30));

      recommender.react(ADA, done.undo());
      recommender.tip(BOB);

      assertThat(count(recommender, "decisions.learned")).isEqualTo(1);
      assertThat(count(recommender, "reactions.retracted")).isEqualTo(1);
    }
  }

  @Test
  void every_reaction_is_accounted_for() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      recommender.react(ADA, Reaction.done(tip));
      recommender.react(ADA, Reaction.done(tip));
      recommender.react(ADA, Reaction.dismiss(tip).id(new ReactionId("done")));
      recommender.react(ADA, Reaction.done(new TipId(9, 9)));

      Map<String, Long> counters = recommender.status().counters();
      long accounted =
          counters.get("reactions.learned")
              + counters.get("reactions.retracted")
              + counters.get("reactions.censored")
              + counters.get("reactions.late")
              + counters.get("reactions.orphan")
              + counters.get("reactions.repeated")
              + counters.get("reactions.conflict");
      assertThat(accounted).isEqualTo(counters.get("reactions.received")).isEqualTo(4);
    }
  }

  @Test
  void an_undo_opens_its_tip_again_and_withdraws_the_one_that_came_after() {
    try (Recommender recommender = house.builder().build()) {
      Tip first = tip(recommender);
      Answer done = Reaction.done(first.id());
      recommender.react(ADA, done);
      Tip second = tip(recommender);

      recommender.react(ADA, done.undo());

      assertThat(recommender.open(ADA).tip()).contains(first);
      assertThat(tip(recommender).id()).isEqualTo(first.id()).isNotEqualTo(second.id());
      assertThat(count(recommender, "decisions.withdrawn")).isEqualTo(1);
      assertThat(count(recommender, "decisions.learned")).isZero();
    }
  }

  @Test
  void a_snooze_must_end_in_the_future_but_may_be_told_again_after_its_end() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      Instant now = house.clock.instant();
      Reaction hour = Reaction.snooze(tip, now.plus(Duration.ofHours(1)));

      assertThatThrownBy(() -> recommender.react(ADA, Reaction.snooze(tip, now)))
          .isInstanceOf(InvalidReactionException.class)
          .hasMessageContaining("until must be in the future");
      assertThatThrownBy(() -> recommender.react(ADA, Reaction.snooze(tip, Instant.MAX)))
          .isInstanceOf(InvalidReactionException.class);
      assertThat(recommender.react(ADA, hour)).isEqualTo(Receipt.RECORDED);
      house.clock.advance(Duration.ofHours(2));
      assertThat(recommender.react(ADA, hour)).isEqualTo(Receipt.REPEATED);
    }
  }

  @Test
  void a_rule_that_throws_or_leaves_its_range_teaches_nothing_and_is_counted() {
    RewardRule broken =
        new RewardRule() {
          @Override
          public Optional<Reward> reward(Answers answers) {
            if (answers.kinds().contains(Kind.DISMISSED)) {
              throw new IllegalStateException("never dismiss me");
            }
            return Optional.of(new Reward(1000));
          }

          @Override
          public RewardRange range() {
            return new RewardRange(0, 1);
          }
        };
    try (Recommender recommender = house.builder().rewards(broken).build()) {
      recommender.react(ADA, Reaction.dismiss(tip(recommender).id()));
      recommender.react(ADA, Reaction.done(tip(recommender).id()));

      assertThat(count(recommender, "reactions.deadLettered")).isEqualTo(2);
      assertThat(count(recommender, "decisions.learned")).isZero();
      assertThat(tip(recommender).title()).isEqualTo("Do c");
    }
    house.builder().rewards(broken).build().close();
  }

  @Test
  void so_many_reactions_to_one_tip_are_kept_and_no_more() {
    try (Recommender recommender = house.builder().build()) {
      TipId tip = tip(recommender).id();
      for (int i = 0; i < 64; i++) {
        recommender.react(ADA, Reaction.undo(tip, new ReactionId("x")).id(new ReactionId("u" + i)));
      }
      Reaction last = Reaction.undo(tip, new ReactionId("x")).id(new ReactionId("u63"));

      assertThatThrownBy(() -> recommender.react(ADA, Reaction.done(tip)))
          .isInstanceOf(InvalidReactionException.class)
          .hasMessageContaining("64");
      assertThat(recommender.react(ADA, last)).isEqualTo(Receipt.REPEATED);
      assertThat(house.stores.log().about(ADA, tip)).hasSize(65);
    }
  }

  @Test
  void a_tip_nobody_answered_counts_as_ignored_however_late_that_is_noticed() {
    try (Recommender recommender = house.builder().build()) {
      tip(recommender);
      house.clock.advance(Duration.ofDays(30));
      recommender.tip(BOB);

      assertThat(count(recommender, "decisions.learned")).isEqualTo(1);
    }
  }
}
