package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.alogins.oo.policies.kernel.Kernel;
import org.junit.jupiter.api.Test;

class NormalTest {

  private static final int DRAWS = 200_000;

  @Test
  void draws_have_the_moments_of_a_normal_distribution() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (int i = 0; i < DRAWS; i++) {
      double draw = Normal.next(random);
      sum += draw;
      squares += draw * draw;
      cubes += draw * draw * draw;
      fourths += draw * draw * draw * draw;
    }

    assertThat(sum / DRAWS).isCloseTo(0, within(.01));
    assertThat(squares / DRAWS).isCloseTo(1, within(.01));
    assertThat(cubes / DRAWS).isCloseTo(0, within(.03));
    assertThat(fourths / DRAWS).isCloseTo(3, within(.2));
  }

  /** A matrix times the unit matrix is itself. */
  @Test
  void a_matrix_has_a_draw_of_its_own_everywhere() {
    float[] draws = new float[2 * Kernel.BLOCK];

    Normal.draws(2, Kernel.BLOCK, 3, new SplittableRandom(2))
        .times(new float[] {1, 0, 0, 1}, 0, 2, draws, 0);

    SplittableRandom same = new SplittableRandom(new SplittableRandom(2).nextLong());
    for (float draw : draws) {
      assertThat(draw).isEqualTo((float) (3 * Normal.next(same)));
    }
  }
}
