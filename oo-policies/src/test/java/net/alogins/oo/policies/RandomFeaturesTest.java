package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomFeaturesTest {

  private static final int WIDTH = 5;
  private static final int COUNT = 4_096;

  /** Their inner product is that of the kernel: exp(-|x - y|^2 / 2 d). */
  @Test
  void inner_products_are_those_of_a_gaussian_kernel() {
    RandomFeatures features = RandomFeatures.of(WIDTH, COUNT);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      double[] x = random.doubles(WIDTH, -2, 2).toArray();
      double[] y = random.doubles(WIDTH, -2, 2).toArray();
      double squares = 0;
      for (int j = 0; j < WIDTH; j++) {
        squares += (x[j] - y[j]) * (x[j] - y[j]);
      }

      assertThat(Doubles.dot(filled(features, x), filled(features, y)))
          .isCloseTo(Math.exp(-squares / 2 / WIDTH), within(.06));
    }
  }

  private static double[] filled(RandomFeatures features, double[] x) {
    double[] row = Arrays.copyOf(x, WIDTH + COUNT);
    features.fill(row);
    assertThat(Arrays.copyOf(row, WIDTH)).isEqualTo(x);
    return Arrays.copyOfRange(row, WIDTH, row.length);
  }

  @Test
  void they_are_the_same_for_everybody() {
    double[] one = new double[WIDTH + 8];
    double[] other = new double[WIDTH + 8];
    RandomFeatures.of(WIDTH, 8).fill(one);
    RandomFeatures.of(WIDTH, 8).fill(other);

    assertThat(one).isEqualTo(other);
  }
}
