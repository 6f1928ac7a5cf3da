package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecentTest {

  private static final long DAY = 86_400;
  private static final long MONDAY = 20_000 * DAY;
  private static final int[] KINDS = {1, 2};

  /** Of kind 1, whatever stands before it. */
  private static final double[] ROW = {7, 1, 0};

  private static final Recent ONCE = Recent.nothing(2).with(ROW, -.5, KINDS, MONDAY);

  @Test
  void a_stranger_had_nothing() {
    assertThat(Recent.nothing(2).behind(ROW, KINDS, MONDAY)).containsExactly(7, 1, 0, 0, 0);
  }

  @Test
  void what_somebody_had_and_liked_fades_by_half_in_two_days() {
    assertThat(ONCE.behind(ROW, KINDS, MONDAY)).containsExactly(7, 1, 0, 1, -.5);
    assertThat(ONCE.behind(ROW, KINDS, MONDAY + 2 * DAY)).containsExactly(7, 1, 0, .5, -.25);
    assertThat(ONCE.behind(new double[] {7, 0, 1}, KINDS, MONDAY)).containsExactly(7, 0, 1, 0, 0);
  }

  @Test
  void more_adds_up_and_what_comes_late_is_as_old_as_it_is() {
    Recent inOrder = ONCE.with(ROW, 1, KINDS, MONDAY + 2 * DAY);
    Recent late =
        Recent.nothing(2).with(ROW, 1, KINDS, MONDAY + 2 * DAY).with(ROW, -.5, KINDS, MONDAY);

    for (Recent recent : new Recent[] {inOrder, late}) {
      assertThat(recent.behind(ROW, KINDS, MONDAY + 2 * DAY))
          .containsExactly(new double[] {7, 1, 0, 1.5, .75}, within(1e-15));
    }
  }

  @Test
  void weights_score_a_row_as_those_behind_it_would() {
    double[] wide = {.3, .2, -.1, .05, .4};
    double[] row = {1, .5, 2};
    Recent recent = ONCE.with(new double[] {0, .5, 3}, 2, KINDS, MONDAY + DAY);
    long now = MONDAY + 3 * DAY;

    assertThat(Doubles.dot(recent.into(wide, KINDS, now), row))
        .isCloseTo(Doubles.dot(wide, recent.behind(row, KINDS, now)), within(1e-14));
  }

  @Test
  void what_would_not_stay_finite_is_refused() {
    double[] row = {0, 1e308, 0};
    Recent much = Recent.nothing(2).with(row, 1, KINDS, MONDAY);

    assertThatThrownBy(() -> much.with(row, 1, KINDS, MONDAY))
        .isInstanceOf(ArithmeticException.class);
  }
}
