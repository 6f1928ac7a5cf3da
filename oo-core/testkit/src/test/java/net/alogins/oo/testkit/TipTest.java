package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.House.ADA;
import static net.alogins.oo.testkit.House.BOB;
import static net.alogins.oo.testkit.House.count;
import static net.alogins.oo.testkit.House.tip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.tip.Advice.Served;
import net.alogins.oo.tip.Advice.Silent;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.PastTip;
import net.alogins.oo.tip.PastTip.Outcome;
import net.alogins.oo.tip.Silence;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;

class TipTest {

  private final House house = new House("a", "b", "c");

  @Test
  void the_best_candidate_is_served() {
    try (Recommender recommender = house.builder().build()) {
      assertThat(tip(recommender).title()).isEqualTo("Do a");
    }
  }

  @Test
  void asking_twice_is_not_two_decisions() {
    try (Recommender recommender = house.builder().build()) {
      Served first = (Served) recommender.tip(ADA);
      Served second = (Served) recommender.tip(ADA);

      assertThat(first.fresh()).isTrue();
      assertThat(second.fresh()).isFalse();
      assertThat(second.served()).isEqualTo(first.served());
      assertThat(count(recommender, "decisions.decided")).isEqualTo(1);
    }
  }

  @Test
  void what_the_log_holds_of_a_person_is_read_in_order_and_nothing_of_others() {
    try (Recommender recommender = house.builder().build()) {
      Tip tip = tip(recommender);
      recommender.tip(BOB);
      recommender.react(ADA, Reaction.done(tip.id()));

      List<Recorded> first = recommender.facts(ADA, 0, 1);
      List<Recorded> rest = recommender.facts(ADA, first.get(0).seq(), 10);

      assertThat(first).singleElement().extracting(Recorded::event).isInstanceOf(Decided.class);
      assertThat(rest).singleElement().extracting(Recorded::event).isInstanceOf(Reacted.class);
      assertThat(recommender.health().people()).isEqualTo(2);
    }
  }

  @Test
  void a_tip_is_open_until_its_lifetime_ends() {
    try (Recommender recommender = house.builder().build()) {
      Tip first = tip(recommender);
      house.clock.advance(Duration.ofHours(4).minusMillis(1));
      assertThat(tip(recommender).id()).isEqualTo(first.id());

      house.clock.advance(Duration.ofMillis(1));

      assertThat(recommender.open(ADA)).isEqualTo(new Silent(Silence.NONE_OPEN));
      assertThat(tip(recommender).id()).isNotEqualTo(first.id());
    }
  }

  @Test
  void open_decides_and_writes_nothing() {
    try (Recommender recommender = house.builder().build()) {
      assertThat(recommender.open(ADA)).isEqualTo(new Silent(Silence.NONE_OPEN));
      assertThat(house.stores.log().read(0, 10)).isEmpty();

      Tip tip = tip(recommender);

      assertThat(recommender.open(ADA).tip()).contains(tip);
      assertThat(house.stores.log().read(0, 10)).hasSize(1);
    }
  }

  @Test
  void an_open_tip_whose_candidate_is_gone_is_withdrawn_and_not_learned() {
    try (Recommender recommender = house.builder().build()) {
      Tip gone = tip(recommender);
      house.tasks.remove(0);

      Tip next = tip(recommender);

      assertThat(next.title()).isEqualTo("Do b");
      recommender.react(ADA, Reaction.done(gone.id()));
      assertThat(count(recommender, "decisions.withdrawn")).isEqualTo(1);
      assertThat(count(recommender, "decisions.learned")).isZero();
      assertThat(count(recommender, "reactions.censored")).isEqualTo(1);
    }
  }

  @Test
  void without_candidates_the_silence_says_so() {
    house.tasks.clear();
    try (Recommender recommender = house.builder().build()) {
      assertThat(recommender.tip(ADA)).isEqualTo(new Silent(Silence.NO_CANDIDATES));
    }
  }

  @Test
  void without_consent_there_is_no_tip_and_an_open_one_is_withdrawn() {
    try (Recommender recommender = house.builder().build()) {
      tip(recommender);

      recommender.profiles().consent(ADA, Consents.none());

      assertThat(recommender.tip(ADA)).isEqualTo(new Silent(Silence.NO_CONSENT));
      assertThat(count(recommender, "decisions.withdrawn")).isEqualTo(1);
      assertThat(recommender.tip(BOB).tip()).isPresent();
    }
  }

  @Test
  void without_consent_to_learn_nothing_is_learned() {
    try (Recommender recommender = house.builder().build()) {
      recommender.profiles().consent(ADA, Consents.of(Purpose.RECOMMEND));
      recommender.react(ADA, Reaction.done(tip(recommender).id()));

      assertThat(count(recommender, "decisions.learned")).isZero();
      assertThat(count(recommender, "reactions.censored")).isEqualTo(1);
    }
  }

  @Test
  void what_is_done_dismissed_or_snoozed_is_not_served_again_until_it_may() {
    try (Recommender recommender = house.builder().build()) {
      recommender.react(ADA, Reaction.done(tip(recommender).id()));
      recommender.react(ADA, Reaction.dismiss(tip(recommender).id()));
      recommender.react(
          ADA,
          Reaction.snooze(tip(recommender).id(), house.clock.instant().plus(Duration.ofHours(30))));
      assertThat(recommender.tip(ADA)).isEqualTo(new Silent(Silence.ALL_FILTERED));

      house.clock.advance(Duration.ofHours(24));
      assertThat(tip(recommender).title()).isEqualTo("Do a");

      house.tasks.remove(0);
      assertThat(tip(recommender).title()).isEqualTo("Do b");

      house.tasks.remove(0);
      assertThat(recommender.tip(ADA)).isEqualTo(new Silent(Silence.ALL_FILTERED));
      house.clock.advance(Duration.ofHours(6));
      assertThat(tip(recommender).title()).isEqualTo("Do c");
    }
  }

  @Test
  void history_shows_what_became_of_each_tip_newest_first() {
    try (Recommender recommender = house.builder().build()) {
      recommender.react(ADA, Reaction.done(tip(recommender).id()));
      recommender.react(ADA, Reaction.dismiss(tip(recommender).id()));
      tip(recommender);

      Page first = recommender.history(ADA, Page.Request.first(2));
      Page second = recommender.history(ADA, first.next().orElseThrow());

      assertThat(first.tips())
          .extracting(PastTip::outcome)
          .containsExactly(Outcome.OPEN, Outcome.DISMISSED);
      assertThat(second.tips()).extracting(PastTip::outcome).containsExactly(Outcome.DONE);
      assertThat(second.next()).isEmpty();
      assertThat(recommender.history(BOB, Page.Request.first(2)).tips()).isEmpty();
    }
  }

  @Test
  void a_past_tip_is_found_by_its_id_and_only_by_whom_it_was_given_to() {
    try (Recommender recommender = house.builder().build()) {
      Tip tip = tip(recommender);
      recommender.react(ADA, Reaction.done(tip.id()));

      PastTip past = recommender.past(ADA, tip.id()).orElseThrow();

      assertThat(past.tip()).isEqualTo(tip);
      assertThat(past.outcome()).isEqualTo(Outcome.DONE);
      assertThat(past.decision().event().slate().size()).isEqualTo(3);
      assertThat(recommender.past(BOB, tip.id())).isEmpty();
      assertThat(recommender.scores(BOB, tip.id())).isEmpty();
    }
  }

  @Test
  void after_close_every_call_is_refused() {
    Recommender recommender = house.builder().build();
    recommender.close();
    recommender.close();

    assertThatThrownBy(() -> recommender.tip(ADA)).isInstanceOf(IllegalStateException.class);
  }
}
