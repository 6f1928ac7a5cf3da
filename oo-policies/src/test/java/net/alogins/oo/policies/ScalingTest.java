package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.event.DoubleColumn;
import org.junit.jupiter.api.Test;

class ScalingTest {

  private static double[] filled(Scaling scaling, double... row) {
    double[] scaled = new double[row.length];
    scaling.fill(row, scaled);
    return scaled;
  }

  @Test
  void columns_of_any_scale_and_offset_come_to_one() {
    SplittableRandom random = new SplittableRandom(1);
    List<DoubleColumn> rows =
        IntStream.range(0, 64)
            .mapToObj(
                i -> {
                  double z = random.nextDouble() - .5;
                  return DoubleColumn.of(z, 1e6 * z, 1e-6 * z, 1e5 + z, 1);
                })
            .toList();
    Scaling scaling = Scaling.of(5, rows);

    for (DoubleColumn row : rows) {
      double[] scaled = filled(scaling, Doubles.of(row));
      for (int j = 0; j < 4; j++) {
        assertThat(scaled[j]).isBetween(-4., 4.);
        assertThat(Math.signum(scaled[j])).isEqualTo(Math.signum(scaled[0]));
      }
      assertThat(scaled[4]).isEqualTo(1);
    }
  }

  @Test
  void the_scale_is_the_power_of_two_nearest_to_the_deviation() {
    for (double deviation : new double[] {.72, .95, 1, 1.05, 1.4}) {
      Scaling scaling =
          Scaling.of(1, List.of(DoubleColumn.of(-deviation), DoubleColumn.of(deviation)));
      assertThat(filled(scaling, deviation)).containsExactly(deviation);
    }
    Scaling half = Scaling.of(1, List.of(DoubleColumn.of(-.5), DoubleColumn.of(.5)));
    assertThat(filled(half, .5)).containsExactly(1);
  }

  @Test
  void what_is_far_off_is_held() {
    Scaling scaling = Scaling.of(1, List.of(DoubleColumn.of(0), DoubleColumn.of(2)));

    assertThat(filled(scaling, 2)).containsExactly(1);
    assertThat(filled(scaling, 1e300)).containsExactly(8);
    assertThat(filled(scaling, -1e300)).containsExactly(-8);
    assertThat(filled(Scaling.none(1), 3)).containsExactly(3);
  }

  @Test
  void values_of_any_size_stay_finite() {
    Scaling scaling =
        Scaling.of(2, List.of(DoubleColumn.of(1e300, 1e-300), DoubleColumn.of(-1e300, 2e-300)));

    assertThat(filled(scaling, 1e300, 1e-300)).doesNotContain(Double.NaN);
    assertThat(filled(scaling, 1e300, 1e-300)[0]).isBetween(-8., 8.);
  }
}
