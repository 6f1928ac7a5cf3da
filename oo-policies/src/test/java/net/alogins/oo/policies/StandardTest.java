package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.policies.Standard.Mine;
import net.alogins.oo.policies.Standard.Shared;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Whitened;
import net.alogins.oo.testkit.PersonalPolicyContract;
import org.junit.jupiter.api.Test;

class StandardTest extends PersonalPolicyContract<Shared, Mine> {

  private static final RewardRange ZERO_TO_ONE = new RewardRange(0, 1);
  private static final FeatureSchema ARMS = AdaptiveTest.PLANE;

  private final Standard policy = (Standard) Policies.standard();

  @Override
  protected PersonalPolicy<Shared, Mine> policy() {
    return policy;
  }

  private List<Whitened> rows(List<First> all) {
    List<Whitened> rows = new ArrayList<>();
    for (First one : all) {
      rows.add(policy.absorb(policy.newcomer(ARMS, ZERO_TO_ONE), one).row());
    }
    return rows;
  }

  private Ranking rank(Shared shared) {
    return policy.rank(
        shared,
        policy.newcomer(ARMS, ZERO_TO_ONE),
        AdaptiveTest.slate(.2, .3, "in", "out"),
        new SplittableRandom(1));
  }

  /** With arms it is the adaptive policy, whose reward range the rows already are in. */
  @Test
  void where_there_are_arms_each_has_a_model() {
    List<First> all = AdaptiveTest.circle(1, 300, 1);
    Adaptive adaptive = new Adaptive(Exploration.upperBound(.25).withFloor(.01));

    Shared known = policy.fold(policy.initial(ARMS, ZERO_TO_ONE), rows(all));

    assertThat(rank(known))
        .isEqualTo(
            adaptive.rank(
                adaptive.learn(adaptive.initial(ARMS, ZERO_TO_ONE), List.copyOf(all)),
                AdaptiveTest.slate(.2, .3, "in", "out"),
                new SplittableRandom(1)));
  }

  @Test
  void arms_forget_what_is_taken_out() {
    for (int kept : new int[] {20, 100}) {
      Shared known =
          policy.fold(policy.initial(ARMS, ZERO_TO_ONE), rows(AdaptiveTest.circle(2, kept, 1)));
      List<Whitened> more = rows(AdaptiveTest.circle(3, 30, 1));

      Shared back = policy.unfold(policy.fold(known, more), more);

      for (int i = 0; i < 2; i++) {
        assertThat(rank(back).scores().get(i)).isCloseTo(rank(known).scores().get(i), within(1e-9));
      }
    }
  }

  @Test
  void arms_are_saved_and_go_on() throws IOException {
    Shared known =
        policy.fold(policy.initial(ARMS, ZERO_TO_ONE), rows(AdaptiveTest.circle(4, 80, 1)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    policy.write(known, new DataOutputStream(bytes));
    policy.writeOwn(policy.newcomer(ARMS, ZERO_TO_ONE), new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(rank(policy.read(ARMS, ZERO_TO_ONE, in))).isEqualTo(rank(known));
    assertThat(policy.readOwn(ARMS, ZERO_TO_ONE, in)).isEqualTo(policy.newcomer(ARMS, ZERO_TO_ONE));
  }
}
