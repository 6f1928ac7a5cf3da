package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.alogins.oo.policies.simulation.Chore;
import net.alogins.oo.policies.simulation.Moment;
import net.alogins.oo.policies.simulation.Outcome;
import net.alogins.oo.policies.simulation.Player;
import net.alogins.oo.policies.simulation.Scenario;
import net.alogins.oo.policies.simulation.TipSim;
import org.junit.jupiter.api.Test;

class ArmsTest {

  private static final List<String> TWO = List.of("good-1", "poor-1");
  private static final int DECISIONS = 2_000;

  @Test
  void an_arm_is_read_as_it_was_written() {
    Arm arm = new Arm("first-step-1", 0.925);

    assertThat(arm.text()).isEqualTo("first-step-1@0.925");
    assertThat(Arm.parse(arm.text())).isEqualTo(arm);
    assertThat(Arm.parse("first-step-1")).isEqualTo(new Arm("first-step-1", 1));
    assertThatThrownBy(() -> Arm.parse("a@0")).hasMessageContaining("above 0, at most 1");
  }

  @Test
  void one_version_is_no_choice_and_unknown_ones_are_as_likely() {
    assertThat(Arms.thousandths(List.of("a"), Map.of())).containsExactly(1000);
    assertThat(Arms.thousandths(TWO, Map.of())).containsExactly(500, 500);
    assertThat(Arms.thousandths(List.of("a", "b", "c"), Map.of())).containsExactly(334, 333, 333);
  }

  @Test
  void every_version_keeps_a_share_and_the_shares_are_one() {
    Map<String, Sums> earned = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      earned.merge("good-1", Sums.NONE.plus(0.5, 1), (a, b) -> a.plus(0.5, 1));
      earned.merge("poor-1", Sums.NONE.plus(0.5, -0.4), (a, b) -> a.plus(0.5, -0.4));
    }

    int[] shares = Arms.thousandths(TWO, earned);

    assertThat(Arrays.stream(shares).sum()).isEqualTo(1000);
    assertThat(shares[1]).isBetween(50, 60);
  }

  @Test
  void the_logged_propensity_is_how_often_it_is_chosen() {
    Map<String, Sums> earned =
        Map.of("good-1", Sums.NONE.plus(0.5, 1), "poor-1", Sums.NONE.plus(0.5, 0));
    SplittableRandom random = new SplittableRandom(7);
    double good = Arms.thousandths(TWO, earned)[0] / 1000.0;
    int count = 0;
    for (int i = 0; i < 100_000; i++) {
      Arm arm = Arms.choose(TWO, earned, random);
      assertThat(arm.propensity())
          .isCloseTo(arm.version().equals("good-1") ? good : 1 - good, within(1e-12));
      count += arm.version().equals("good-1") ? 1 : 0;
    }

    assertThat(count / 100_000.0).isBetween(good - 0.007, good + 0.007);
  }

  @Test
  void what_is_taken_out_again_was_never_there() {
    Sums sums = Sums.NONE.plus(0.5, 1).plus(0.25, 0);

    assertThat(sums.plus(0.5, -0.4).minus(0.5, -0.4).mean()).isCloseTo(sums.mean(), within(1e-12));
  }

  /**
   * Somebody in TipSim whose tips are first steps of chores: the good version writes that of the
   * most pressing, the poor one that of any.
   */
  private static final class Prompted implements Player {

    private final SplittableRandom random;
    private final Map<String, Sums> earned = new HashMap<>();
    private final Map<Long, Arm> arms = new HashMap<>();
    private final List<Boolean> good = new ArrayList<>();

    Prompted(long seed) {
      random = new SplittableRandom(seed);
    }

    @Override
    public int choose(long number, int person, Moment moment, List<Chore> chores) {
      Arm arm = Arms.choose(TWO, earned, random);
      arms.put(number, arm);
      boolean isGood = arm.version().equals("good-1");
      good.add(isGood);
      return isGood ? pressing(chores) : random.nextInt(chores.size());
    }

    private static int pressing(List<Chore> chores) {
      Comparator<Chore> byNeed = Comparator.comparingInt(chore -> chore.priority() - chore.due());
      return chores.indexOf(chores.stream().max(byNeed).orElseThrow());
    }

    @Override
    public void hear(Tip tip, Outcome outcome, double hours) {
      Arm arm = arms.get(tip.number());
      if (outcome != Outcome.SNOOZED) {
        Sums one = Sums.NONE.plus(arm.propensity(), outcome.reward());
        earned.merge(
            arm.version(), one, (before, more) -> before.plus(arm.propensity(), outcome.reward()));
      }
    }

    double share(int from, int to) {
      return good.subList(from, to).stream().filter(isGood -> isGood).count()
          / (double) (to - from);
    }
  }

  @Test
  void in_tipsim_the_better_of_two_versions_gets_most_of_the_generations() {
    for (int seed = 1; seed <= 5; seed++) {
      Prompted player = new Prompted(seed);
      new TipSim(Scenario.DELAY, seed).play(player);

      double later = player.share(DECISIONS, 2 * DECISIONS);
      System.out.printf(
          "TipSim seed %d: the better version had %.3f of the first 2,000, %.3f of the next%n",
          seed, player.share(0, DECISIONS), later);
      assertThat(later).as("seed %d", seed).isGreaterThanOrEqualTo(0.8);
    }
  }

  /** Three decisions a generation, done or ignored or refused. */
  private static Map<String, Sums> live(long seed, double good, double poor) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Sums> earned = new HashMap<>();
    for (int i = 0; i < DECISIONS; ) {
      Arm arm = Arms.choose(TWO, earned, random);
      double done = arm.version().equals("good-1") ? good : poor;
      for (int j = 0; j < 3; j++, i++) {
        double said = random.nextDouble();
        double reward = said < done ? 1 : said > 0.9 ? -0.4 : 0;
        Sums one = Sums.NONE.plus(arm.propensity(), reward);
        earned.merge(arm.version(), one, (before, x) -> before.plus(arm.propensity(), reward));
      }
    }
    return earned;
  }

  @Test
  void the_interval_of_the_report_covers_the_true_difference_in_95_of_100_runs() {
    int covered = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Map<String, Sums> earned = live(seed, 0.5, 0.3);
      Earned difference =
          Earned.difference("d", earned.get("good-1"), earned.getOrDefault("poor-1", Sums.NONE));
      covered += difference.contains(0.2) ? 1 : 0;
    }

    System.out.println("the interval covered the true difference in " + covered + " of 1,000 runs");
    assertThat(covered).isBetween(930, 970);
  }
}
