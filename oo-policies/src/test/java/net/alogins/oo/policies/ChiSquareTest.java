package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against the tables of the NIST handbook of statistical methods, section 1.3.6.7.4. */
class ChiSquareTest {

  @Test
  void the_tail_is_that_of_the_tables() {
    assertTail(3.841, 1, 0.05);
    assertTail(10.828, 1, 0.001);
    assertTail(18.307, 10, 0.05);
    assertTail(0.554, 5, 0.99);
    assertTail(149.449, 100, 0.001);
    assertTail(77.929, 100, 0.95);
  }

  @Test
  void what_cannot_be_chance_has_no_tail() {
    assertThat(ChiSquare.tail(10_000, 100)).isZero();
    assertThat(ChiSquare.tail(1, 100)).isCloseTo(1, Offset.offset(1e-12));
  }

  private static void assertTail(double x, int degrees, double expected) {
    assertThat(ChiSquare.tail(x, degrees)).isCloseTo(expected, Offset.offset(expected / 1_000));
  }
}
