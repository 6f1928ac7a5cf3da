package net.alogins.oo.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.alogins.oo.meaning.Projection.Flaw;
import org.junit.jupiter.api.Test;

class ProjectionTest {

  private static float[] wave(int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (i * 37 % 11 - 5) / 4f;
    }
    return vector;
  }

  /** Computed in exact fractions by another program, from the words of the class's comment. */
  @Test
  void the_numbers_are_those_that_its_description_gives() {
    assertThat(Projection.of(wave(12)))
        .containsExactly(
            -0.45643547f,
            -0.3955774f,
            -0.2738613f,
            0.09128709f,
            -0.030429032f,
            0.09128709f,
            -0.15214516f,
            -0.21300322f);
    assertThat(Projection.of(wave(768)))
        .containsExactly(
            -0.6208063f,
            -0.18543564f,
            -0.17737322f,
            0.48374513f,
            -0.30637193f,
            0.024187258f,
            -0.12093628f,
            -0.47568274f);
  }

  @Test
  void only_the_direction_matters() {
    float[] twice = wave(384);
    for (int i = 0; i < twice.length; i++) {
      twice[i] *= 2;
    }
    assertThat(Projection.of(twice)).containsExactly(Projection.of(wave(384)));
  }

  /** Of 2,000 pairs: the mean of the squared distances, which the signs keep on average. */
  @Test
  void distances_are_kept_on_average() {
    Random random = new Random(1);
    double mean =
        IntStream.range(0, 2_000)
            .mapToDouble(pair -> ratio(gaussian(random), gaussian(random)))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(1, within(.05));
  }

  private static float[] gaussian(Random random) {
    float[] vector = new float[256];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static double ratio(float[] a, float[] b) {
    double there = 0;
    double here = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      lengthA += (double) a[i] * a[i];
      lengthB += (double) b[i] * b[i];
    }
    for (int i = 0; i < a.length; i++) {
      double apart = a[i] / Math.sqrt(lengthA) - b[i] / Math.sqrt(lengthB);
      there += apart * apart;
    }
    float[] p = Projection.of(a);
    float[] q = Projection.of(b);
    for (int j = 0; j < p.length; j++) {
      here += ((double) p[j] - q[j]) * ((double) p[j] - q[j]);
    }
    return here / there;
  }

  @Test
  void what_is_no_direction_is_named() {
    float[] broken = wave(12);
    broken[3] = Float.NaN;
    float[] endless = wave(12);
    endless[3] = Float.NEGATIVE_INFINITY;

    assertThat(Projection.flaw(wave(12))).isEmpty();
    assertThat(Projection.flaw(wave(7))).contains(Flaw.TOO_SHORT);
    assertThat(Projection.flaw(new float[0])).contains(Flaw.TOO_SHORT);
    assertThat(Projection.flaw(wave(20_000))).contains(Flaw.TOO_LONG);
    assertThat(Projection.flaw(broken)).contains(Flaw.NOT_FINITE);
    assertThat(Projection.flaw(endless)).contains(Flaw.NOT_FINITE);
    assertThat(Projection.flaw(new float[12])).contains(Flaw.NO_DIRECTION);
  }

  @Test
  void the_largest_floats_are_directions_too() {
    float[] huge = new float[16];
    huge[5] = Float.MAX_VALUE;

    assertThat(Projection.flaw(huge)).isEmpty();
    for (float number : Projection.of(huge)) {
      assertThat(Math.abs(number)).isCloseTo((float) Math.sqrt(1 / 8.0), within(1e-7f));
    }
  }
}
