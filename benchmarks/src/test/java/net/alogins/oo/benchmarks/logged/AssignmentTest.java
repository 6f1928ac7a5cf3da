package net.alogins.oo.benchmarks.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.benchmarks.logged.LoggedSet.Choice;
import net.alogins.oo.event.DoubleColumn;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  /** Where both have the same sign, action 0 is chosen nine times of ten, else action 1. */
  private static List<Choice> choices(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double a = random.nextDouble(-1, 1);
      double b = random.nextDouble(-1, 1);
      boolean isUsual = random.nextInt(10) > 0;
      int action = (a * b > 0) == isUsual ? 0 : 1;
      choices.add(new Choice(DoubleColumn.of(a, b), action, random.nextInt(2)));
    }
    return choices;
  }

  /** No sum of functions of one column can tell that; two forks one above the other can. */
  @Test
  void it_finds_out_what_depends_on_two_things_together() {
    Assignment assignment = Assignment.fit(choices(1, 4_000), 2);

    double same = 0;
    double other = 0;
    for (Choice unseen : choices(2, 1_000)) {
      double[] likely = assignment.probabilities(unseen.values());
      double product = unseen.values().get(0) * unseen.values().get(1);
      same += product > 0 ? likely[0] / 500 : 0;
      other += product < 0 ? likely[0] / 500 : 0;
      assertThat(likely[0] + likely[1]).isCloseTo(1, within(1e-12));
    }
    assertThat(same).isBetween(.8, 1.);
    assertThat(other).isBetween(0., .2);
  }

  @Test
  void a_folder_of_choices_is_judged_by_what_the_others_taught() {
    LoggedSet set = new LoggedSet("toy", List.of("a", "b"), 2, choices(3, 600));

    Folds folds = Folds.of(set, 3, 1);

    assertThat(folds.rounds().size()).isEqualTo(600);
    assertThat(folds.logLoss()).isBetween(.3, .68);
    assertThat(folds.auc()).isBetween(.4, .6);
  }
}
