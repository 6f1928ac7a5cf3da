package net.alogins.oo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void what_was_copied_into_a_column_does_not_change_it() {
    double[] doubles = {1, 2};
    float[] floats = {1, 2};
    DoubleColumn column = DoubleColumn.of(doubles);
    FloatColumn small = FloatColumn.of(floats);

    doubles[0] = 9;
    floats[0] = 9;

    assertThat(column).isEqualTo(DoubleColumn.of(1, 2)).hasToString("[1.0, 2.0]");
    assertThat(small).isEqualTo(FloatColumn.of(1, 2)).hasToString("[1.0, 2.0]");
  }

  @Test
  void what_was_built_cannot_be_set() {
    DoubleColumn.Builder doubles = DoubleColumn.builder(2);
    FloatColumn.Builder floats = FloatColumn.builder(2);
    doubles.set(1, 3);
    floats.set(1, 3);
    DoubleColumn column = doubles.build();
    FloatColumn small = floats.build();

    assertThatThrownBy(() -> doubles.set(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> floats.set(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(column).isEqualTo(DoubleColumn.of(0, 3));
    assertThat(small).isEqualTo(FloatColumn.of(0, 3));
  }

  @Test
  void what_is_not_finite_is_no_column() {
    DoubleColumn.Builder doubles = DoubleColumn.builder(1);
    FloatColumn.Builder floats = FloatColumn.builder(1);
    doubles.set(0, Double.NaN);

    assertThatIllegalArgumentException()
        .isThrownBy(doubles::build)
        .withMessage("column values must be finite but one was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> floats.set(0, Float.POSITIVE_INFINITY))
        .withMessage("column values must be finite but one was Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatColumn.of(1, Float.NaN))
        .withMessage("column values must be finite but one was NaN");
  }

  @Test
  void the_largest_is_the_first_of_equals() {
    assertThat(DoubleColumn.of(1, 3, 2, 3).largest()).isEqualTo(1);
    assertThat(DoubleColumn.of(-5).largest()).isZero();
  }
}
