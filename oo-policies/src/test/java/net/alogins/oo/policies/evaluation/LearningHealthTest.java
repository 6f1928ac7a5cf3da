package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policies.evaluation.PolicyHealth.Choice;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;
import org.junit.jupiter.api.Test;

class LearningHealthTest {

  private static final Map<String, Double> TWO = Map.of("home", .5, "work", .5);

  private static List<Choice> choices(int count, String kind) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      choices.add(new Choice(kind, TWO, false));
    }
    return choices;
  }

  /** What is seen of a policy that is asked so often, once by each person. */
  private static LearningHealth asked(Policy<?> policy, int questions) {
    List<Candidate> chores =
        List.of(
            Candidate.of("chores", "a", "Water").kind("home"),
            Candidate.of("chores", "b", "Sweep").kind("home"),
            Candidate.of("chores", "c", "Write").kind("work"),
            Candidate.of("chores", "d", "Call").kind("work"));
    LearningHealth health = new LearningHealth();
    ManualClock clock = ManualClock.at(SampleContexts.NOW);
    Stores stores = Stores.inMemory();
    stores.log().follow(health::see);
    try (Recommender recommender =
        Recommender.from(CandidateSource.immediate(context -> chores))
            .choosingWith(policy)
            .stores(stores)
            .clock(clock)
            .randomness(new SplittableRandom(7))
            .build()) {
      for (int i = 0; i < questions; i++) {
        recommender.tip(new UserId("person " + i));
        clock.advance(Duration.ofSeconds(1));
      }
    }
    return health;
  }

  @Test
  void chance_chooses_evenly_and_does_not_drift() {
    PolicyHealth health = asked(Policies.uniform(), 1_500).byPolicy().get("uniform");

    assertThat(health.decisions()).isEqualTo(LearningHealth.MOST_DECISIONS);
    assertThat(health.entropy()).isCloseTo(1, within(.01));
    assertThat(health.collapse()).isLessThan(.1);
    assertThat(health.drift()).isLessThan(.05);
    assertThat(health.exploration()).isZero();
  }

  @Test
  void always_the_same_is_a_collapse() {
    PolicyHealth health = asked(Policies.firstCandidate(), 50).byPolicy().get("first-candidate");

    assertThat(health).isEqualTo(new PolicyHealth(50, 0, 1, 0, 0));
  }

  @Test
  void tries_are_counted() {
    PolicyHealth health =
        asked(Policies.epsilonGreedy(.4), 1_000).byPolicy().values().iterator().next();

    assertThat(health.exploration()).isBetween(0., .4);
  }

  @Test
  void a_change_of_mind_is_drift() {
    List<Choice> choices = choices(100, "home");
    choices.addAll(choices(100, "work"));

    PolicyHealth health = PolicyHealth.of(choices);

    assertThat(health.entropy()).isEqualTo(1);
    assertThat(health.drift()).isCloseTo(1 - 2 * Math.sqrt(.25 / (Math.PI * 100)), within(1e-12));
    assertThat(health.collapse()).isZero();
  }

  /** Whose favourite is offered in 60 of 100 slates, beside another. */
  @Test
  void a_collapse_is_to_choose_whenever_it_can() {
    List<Choice> choices = choices(50, "home");
    for (int i = 0; i < 40; i++) {
      choices.add(new Choice("rest", Map.of("rest", 1.), false));
    }
    choices.addAll(choices(10, "work"));

    PolicyHealth health = PolicyHealth.of(choices);

    assertThat(health.collapse()).isCloseTo((50 - 30) / (60 - 30.), within(1e-12));
  }

  @Test
  void one_choice_and_one_kind_say_little() {
    assertThat(PolicyHealth.of(choices(1, "home"))).isEqualTo(new PolicyHealth(1, 0, 1, 0, 0));
    assertThat(PolicyHealth.of(List.of(new Choice("rest", Map.of("rest", 1.), true))))
        .isEqualTo(new PolicyHealth(1, 0, 0, 0, 1));
  }

  @Test
  void nothing_is_said_of_who_decided_nothing() {
    assertThat(new LearningHealth().byPolicy()).isEmpty();
  }
}
