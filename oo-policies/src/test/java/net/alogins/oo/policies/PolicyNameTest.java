package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyNameTest {

  private static List<Policy<?>> all() {
    List<Policy<?>> all =
        new ArrayList<>(
            List.of(
                Policies.standard(),
                Policies.standardWithFloor(.05),
                Policies.standardWithFloor(0),
                Policies.uniform(),
                Policies.firstCandidate(),
                Policies.epsilonGreedy(.1),
                Policies.linUcb(1e-5, .02)));
    for (Oracle oracle : Oracle.values()) {
      for (Exploration exploration :
          List.of(
              Exploration.greedy(),
              Exploration.upperBound(.1),
              Exploration.thompson(1e-4, 64),
              Exploration.inverseGap(1e9))) {
        all.add(Policies.of(oracle, exploration));
        all.add(Policies.of(oracle, exploration.withFloor(.02)));
      }
    }
    return all;
  }

  @Test
  void every_policy_is_found_by_its_name() {
    assertThat(all()).extracting(Policy::name).doesNotHaveDuplicates();
    assertThat(all())
        .allSatisfy(
            policy -> {
              Policy<?> named = Policies.named(policy.name());
              assertThat(named.name()).isEqualTo(policy.name());
              assertThat(named).hasSameClassAs(policy);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "linear", "standard-", "linear-greedy-", "linear-thompson-0.1", "Uniform"})
  void a_name_that_says_nothing_is_refused(String name) {
    assertThatThrownBy(() -> Policies.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a policy must be named standard,")
        .hasMessageEndingWith("but was named " + name);
  }

  @Test
  void numbers_in_a_name_have_their_bounds() {
    assertThatThrownBy(() -> Policies.named("standard-floor-1.5"))
        .hasMessage("a floor must be 0 to 1 but was 1.5");
    assertThatThrownBy(() -> Policies.named("adaptive-thompson-1-0"))
        .hasMessage("votes must be 1 to 100000 but were 0");
  }
}
