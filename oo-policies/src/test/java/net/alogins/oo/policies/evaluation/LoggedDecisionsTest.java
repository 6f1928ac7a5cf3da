package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.tip.Decision;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.PastTip;
import net.alogins.oo.tip.Tip;
import net.alogins.oo.tip.TipScore;
import org.junit.jupiter.api.Test;

/** A shadow is judged by the decisions of the live policy, as the documentation says. */
class LoggedDecisionsTest {

  private static final UserId ADA = new UserId("ada");
  private static final int TIPS = 100;

  private final Stores stores = Stores.inMemory();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-05T09:00:00Z"));

  /** Three new chores for every question; the first is done, the others are dismissed. */
  private static final class Chores implements CandidateSource {

    private int asked;

    @Override
    public List<Candidate> candidates(Context context) {
      asked++;
      return List.of(chore("good"), chore("bad"), chore("worse"));
    }

    private Candidate chore(String name) {
      return Candidate.of("chores", name + asked, name);
    }
  }

  private Recommender recommender(Policy<?> live) {
    return Recommender.from(new Chores())
        .choosingWith(live)
        .shadow(Policies.uniform())
        .stores(stores)
        .clock(clock)
        .randomness(new SplittableRandom(1))
        .build();
  }

  private void answer(Recommender recommender) {
    Tip tip = recommender.tip(ADA).tip().orElseThrow();
    boolean good = tip.candidate().title().equals("good");
    recommender.react(ADA, good ? Reaction.done(tip.id()) : Reaction.dismiss(tip.id()));
    clock.advance(Duration.ofHours(1));
  }

  private Round round(Tip tip, double reward) {
    Decided decided = (Decided) stores.log().about(ADA, tip.id()).get(0).event();
    double[] probabilities =
        stores.scores().of(ADA, tip.id()).stream()
            .filter(score -> score.policy().equals("uniform"))
            .mapToDouble(TipScore::propensity)
            .toArray();
    return Round.of(new Decision(decided), reward, DoubleColumn.of(probabilities));
  }

  private static OptionalDouble reward(PastTip.Outcome outcome) {
    return switch (outcome) {
      case DONE -> OptionalDouble.of(1);
      case DISMISSED -> OptionalDouble.of(-0.4);
      case IGNORED -> OptionalDouble.of(0);
      default -> OptionalDouble.empty();
    };
  }

  private Rounds rounds(Recommender recommender) {
    List<Round> rounds = new ArrayList<>();
    Optional<Page.Request> next = Optional.of(Page.Request.first(50));
    while (next.isPresent()) {
      Page page = recommender.history(ADA, next.get());
      for (PastTip past : page.tips()) {
        reward(past.outcome()).ifPresent(reward -> rounds.add(round(past.tip(), reward)));
      }
      next = page.next();
    }
    return new Rounds(rounds);
  }

  /** Until the shadow has scored {@code tip}. */
  private void await(Tip tip) {
    while (stores.scores().of(ADA, tip.id()).stream()
        .noneMatch(s -> s.policy().equals("uniform"))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_shadow_is_judged_by_what_the_live_policy_did() {
    try (Recommender recommender = recommender(Policies.epsilonGreedy(.5))) {
      for (int i = 0; i < TIPS; i++) {
        answer(recommender);
      }
      await(recommender.history(ADA, Page.Request.first(1)).tips().get(0).tip());
      Rounds rounds = rounds(recommender);
      Estimate estimate = Estimator.snips().evaluate(rounds).estimate().orElseThrow();

      assertThat(estimate.rounds()).isEqualTo(TIPS);
      assertThat(estimate.interval().contains((1 - .4 - .4) / 3)).isTrue();
      assertThat(estimate.interval().width()).isLessThan(.6);
    }
  }

  @Test
  void a_certain_choice_judges_nobody() {
    try (Recommender recommender = recommender(Policies.firstCandidate())) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      await(tip);

      assertThatThrownBy(() -> round(tip, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("every candidate of a decision must have a propensity above 0 but one had 0");
    }
  }

  @Test
  void every_candidate_has_a_probability() {
    try (Recommender recommender = recommender(Policies.standard())) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      Decided decided = (Decided) stores.log().about(ADA, tip.id()).get(0).event();

      assertThatThrownBy(() -> Round.of(new Decision(decided), 1, DoubleColumn.of(.5, .5)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("probabilities must be as many as the candidates, 3, but were 2");
    }
  }
}
