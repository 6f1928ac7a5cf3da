package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Adaptive.State;
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

class AdaptiveTest extends SharedPolicyContract<State> {

  static final FeatureSchema PLANE =
      FeatureSchema.of(
          List.of(new Block("place", Block.Side.CONTEXT, List.of("x", "y"))),
          List.of(new Cross("place", Cross.ARM)));
  private static final RewardRange ZERO_TO_ONE = new RewardRange(0, 1);

  private final Adaptive policy = new Adaptive(Exploration.upperBound(.1).withFloor(.02));

  @Override
  protected SharedPolicy<State> policy() {
    return policy;
  }

  static Slate slate(double x, double y, String... arms) {
    return new Slate(
        new UserId("ada"),
        Instant.EPOCH,
        PLANE,
        List.of(arms).stream().map(arm -> new CandidateId("arms", arm)).toList(),
        FloatColumn.of(new float[] {(float) x, (float) y}),
        FloatColumn.of(new float[0]));
  }

  /** Inside a circle "in" is right, else "out": nothing that a line could tell. */
  static List<First> circle(long seed, int count, double scale) {
    SplittableRandom random = new SplittableRandom(seed);
    List<First> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      String arm = random.nextBoolean() ? "in" : "out";
      boolean isRight = x * x + y * y < .6 == arm.equals("in");
      Occasion occasion = new Occasion(slate(scale * x + scale, y / scale, arm), .5);
      all.add(new First(occasion, new Reward(isRight ? 1 : 0)));
    }
    return all;
  }

  private State learned(List<? extends Experience> all) {
    return policy.learn(policy.initial(PLANE, ZERO_TO_ONE), List.copyOf(all));
  }

  private Ranking rank(State state, double x, double y) {
    return policy.rank(state, slate(x, y, "in", "out"), new SplittableRandom(1));
  }

  private double right(State state, double scale) {
    SplittableRandom random = new SplittableRandom(9);
    int right = 0;
    for (int i = 0; i < 400; i++) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      boolean isIn = rank(state, scale * x + scale, y / scale).best() == 0;
      right += x * x + y * y < .6 == isIn ? 1 : 0;
    }
    return right / 400.;
  }

  @Test
  void it_sees_what_no_line_could_tell_on_any_scale() {
    for (double scale : new double[] {1, 1e-3, 1e3}) {
      assertThat(right(learned(circle(1, 1_500, scale)), scale)).as("%s", scale).isGreaterThan(.93);
    }
  }

  @Test
  void the_penalty_is_looked_for_by_evidence() {
    State state = learned(circle(2, 149, 1));
    assertThat(state.penalty()).isEqualTo(Penalty.START);

    State looked = policy.learn(state, List.copyOf(circle(3, 1, 1)));

    assertThat(looked.penalty().random()).isLessThan(1);
  }

  @Test
  void a_correction_is_exact_while_it_settles_and_after() throws IOException {
    for (int count : new int[] {20, 63, 64, 65, 200}) {
      List<First> clean = circle(4, count, 1);
      First was = new First(clean.get(5).occasion(), new Reward(.5));
      List<Experience> all = new ArrayList<>(clean);
      all.set(5, was);
      all.add(new Corrected(was, Optional.of(clean.get(5).reward())));

      double corrected = rank(learned(all), .1, .2).scores().get(0);

      assertThat(corrected)
          .as("%d rows", count)
          .isCloseTo(rank(learned(clean), .1, .2).scores().get(0), within(1e-9));
    }
  }

  @Test
  void what_was_saved_goes_on_bit_for_bit_at_every_age() throws IOException {
    for (int count : new int[] {0, 1, 31, 64, 65, 149}) {
      State state = learned(circle(5, count, 1));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      policy.write(state, new DataOutputStream(bytes));
      State read =
          policy.read(
              PLANE,
              ZERO_TO_ONE,
              new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      List<Experience> more = List.copyOf(circle(6, 40, 1));

      assertThat(rank(policy.learn(read, more), .3, .1))
          .isEqualTo(rank(policy.learn(state, more), .3, .1));
    }
  }

  @Test
  void penalties_stay_within_their_bounds() {
    Penalty corner = new Penalty(9, .0123);

    assertThat(corner.neighbours(true))
        .containsExactly(corner, new Penalty(9, .0123 * 3), new Penalty(9 / 3., .0123));
    assertThat(corner.neighbours(false)).containsExactly(corner, new Penalty(9 / 3., .0123));
    assertThat(corner.of(1, 2)).containsExactly(9, .0123, .0123);
  }

  @Test
  void a_floor_is_a_probability() {
    assertThatThrownBy(() -> Policies.standardWithFloor(-.1))
        .hasMessage("a floor must be 0 to 1 but was -0.1");
  }
}
