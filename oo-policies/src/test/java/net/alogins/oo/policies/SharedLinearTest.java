package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.SharedLinear.State;
import net.alogins.oo.policy.Block;
import net.alogins.oo.policy.Cross;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.SharedPolicyContract;
import org.junit.jupiter.api.Test;

class SharedLinearTest extends SharedPolicyContract<State> {

  private static final FeatureSchema ARMS =
      FeatureSchema.of(
          List.of(new Block("place", Block.Side.CONTEXT, List.of("always", "home"))),
          List.of(new Cross("place", Cross.ARM)));
  private static final RewardRange ZERO_TO_ONE = new RewardRange(0, 1);

  private final SharedLinear policy = SharedLinear.of(Exploration.upperBound(.1).withFloor(.1));

  @Override
  protected SharedPolicy<State> policy() {
    return policy;
  }

  private static Slate slate(double home, String... arms) {
    return new Slate(
        new UserId("ada"),
        Instant.EPOCH,
        ARMS,
        List.of(arms).stream().map(arm -> new CandidateId("arms", arm)).toList(),
        FloatColumn.of(new float[] {1, (float) home}),
        FloatColumn.of(new float[0]));
  }

  private static First first(String arm, double home, double reward) {
    return new First(new Occasion(slate(home, arm), .5), new Reward(reward));
  }

  private State learned(List<? extends Experience> all) {
    return policy.learn(policy.initial(ARMS, ZERO_TO_ONE), List.copyOf(all));
  }

  private Ranking rank(State state, double home, String... arms) {
    return policy.rank(state, slate(home, arms), new SplittableRandom(1));
  }

  @Test
  void each_arm_has_a_model_of_its_own() {
    State state =
        learned(
            IntStream.range(0, 200)
                .mapToObj(
                    i -> {
                      boolean isHome = i % 2 == 0;
                      String arm = i % 4 < 2 ? "plants" : "report";
                      boolean isRight = isHome == arm.equals("plants");
                      return first(arm, isHome ? 1 : 0, isRight ? 1 : 0);
                    })
                .toList());

    assertThat(rank(state, 1, "plants", "report").best()).isZero();
    assertThat(rank(state, 0, "plants", "report").best()).isEqualTo(1);
    assertThat(rank(state, 1, "plants", "report").propensities().get(0))
        .isCloseTo(.95, within(1e-12));
    assertThat(policy.explain(state, slate(1, "plants"), 0)).isEmpty();
  }

  @Test
  void who_is_unknown_is_looked_at_first() {
    State state = learned(List.of(first("plants", 1, 0), first("plants", 1, 0)));

    Ranking ranking = rank(state, 1, "plants", "new");

    assertThat(ranking.best()).isEqualTo(1);
    assertThat(ranking.scores().get(1))
        .isCloseTo(.1 * Math.sqrt(.03 + .25) * 4 * Math.sqrt(2), within(1e-12));
  }

  @Test
  void those_beyond_the_bound_share_one_model() throws IOException {
    State state =
        learned(
            IntStream.range(0, Arms.MOST + 20)
                .mapToObj(i -> first("arm-" + i, 1, i < Arms.MOST ? 0 : 1))
                .toList());

    assertThat(state.arms().models()).hasSize(Arms.MOST + 1);
    Ranking ranking = rank(state, 1, "arm-1", "arm-1010", "never-seen");
    assertThat(ranking.scores().get(1))
        .isEqualTo(ranking.scores().get(2))
        .isGreaterThan(ranking.scores().get(0));
    assertThat(rank(read(written(state)), 1, "arm-1", "arm-1010", "never-seen")).isEqualTo(ranking);
  }

  private byte[] written(State state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    policy.write(state, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private State read(byte[] bytes) throws IOException {
    return policy.read(ARMS, ZERO_TO_ONE, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void a_corrected_arm_is_as_if_it_had_been_right_from_the_start() {
    First wrong = first("plants", 1, 0);
    State corrected =
        learned(
            List.of(
                wrong,
                first("report", 0, 1),
                new Corrected(wrong, Optional.of(new Reward(1))),
                new Corrected(first("report", 0, 1), Optional.empty())));
    State clean = learned(List.of(first("plants", 1, 1)));

    for (String arm : List.of("plants", "report")) {
      assertThat(rank(corrected, 1, arm).scores().get(0))
          .isCloseTo(rank(clean, 1, arm).scores().get(0), within(1e-9));
    }
  }
}
