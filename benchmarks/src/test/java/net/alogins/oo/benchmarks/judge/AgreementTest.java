package net.alogins.oo.benchmarks.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.policies.evaluation.Bootstrap;
import net.alogins.oo.policies.evaluation.Interval;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1);
  private static final int PEOPLE = 30;
  private static final int TIPS = 8;

  /**
   * Of how many of all it is known how likely they are done; some people do far more than others.
   */
  private static List<Verdicts.One> log(int people, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Verdicts.One> all = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      double zeal = random.nextInt(2);
      for (int i = 0; i < TIPS; i++) {
        double score = (zeal + random.nextInt(4)) / 4;
        boolean isDone = random.nextDouble() < .1 + .7 * score;
        all.add(new Verdicts.One("p" + person, score, isDone ? 1 : 0, isDone));
      }
    }
    return all;
  }

  private static Interval interval(Measure measure, int seed) {
    return Agreement.of(log(PEOPLE, seed), BOOTSTRAP).interval(measure);
  }

  private static long containing(Measure measure, int logs) {
    double truth = Agreement.of(log(20_000, 0), BOOTSTRAP).value(measure);
    return IntStream.rangeClosed(1, logs)
        .parallel()
        .filter(seed -> interval(measure, seed).contains(truth))
        .count();
  }

  @Test
  void intervals_contain_the_true_agreement_about_nineteen_times_in_twenty() {
    for (Measure measure : Measure.values()) {
      assertThat(containing(measure, 300)).as(measure.title()).isBetween(273L, 295L);
    }
  }

  @Test
  void tips_of_one_person_are_not_so_many_witnesses() {
    List<Verdicts.One> once = log(PEOPLE, 1);
    List<Verdicts.One> tenfold = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> tenfold.addAll(once));

    assertThat(Agreement.of(tenfold, BOOTSTRAP).interval(Measure.AUC).width())
        .isGreaterThan(.8 * Agreement.of(once, BOOTSTRAP).interval(Measure.AUC).width());
  }

  @Test
  void no_interval_goes_beyond_what_a_measure_can_be() {
    for (Measure measure : Measure.values()) {
      for (int seed = 1; seed <= 200; seed++) {
        Interval interval = Agreement.of(log(2, seed), BOOTSTRAP).interval(measure);
        assertThat(interval.lower() < measure.least()).as(measure.title()).isFalse();
        assertThat(interval.upper() > 1).as(measure.title()).isFalse();
      }
    }
  }

  @Test
  void of_one_group_there_is_no_interval() {
    Agreement agreement = Agreement.of(log(1, 1), BOOTSTRAP);

    assertThat(agreement.interval(Measure.BRIER).lower()).isNaN();
    assertThat(agreement.value(Measure.BRIER)).isBetween(0., 1.);
  }
}
