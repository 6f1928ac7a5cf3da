package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many rows there are, each comes to what it would come to alone. */
class RowsTest {

  private final Worlds worlds = new Worlds(7);

  private Ridge learned(int rows) {
    Ridge.Learning learning = Ridge.empty(worlds.slate(1).schema().width()).learning();
    worlds.experiences(rows).forEach(e -> learning.row(e.occasion().row(), e.reward().value(), 1));
    return learning.done();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 127, 128, 129, 300})
  void variances_are_those_of_each_row(int count) {
    Ridge model = learned(30);
    Slate slate = worlds.slate(count);
    Rows rows = Rows.of(slate, Rows.FULL);

    double[] variances = rows.variances(model);

    assertThat(variances).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(variances[i]).isCloseTo(model.variance(row(rows, i)), within(1e-12)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void products_are_those_of_each_full_row(int count) {
    double[] weights = learned(30).weights();
    Slate slate = worlds.slate(count);
    Rows rows = Rows.of(slate, Rows.FULL);

    DoubleColumn products = rows.times(weights).build();

    for (int i = 0; i < count; i++) {
      assertThat(products.get(i)).isCloseTo(Doubles.dot(weights, row(rows, i)), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void what_is_seen_of_rows_is_what_counts(int count) {
    Ridge model = learned(30);
    Slate slate = worlds.slate(count);
    Rows doubled = Rows.of(slate, row -> Doubles.sum(row, row));

    DoubleColumn products = doubled.times(model.weights()).build();
    double[] variances = doubled.variances(model);

    for (int i = 0; i < count; i++) {
      double[] row = row(Rows.of(slate, Rows.FULL), i);
      assertThat(products.get(i)).isCloseTo(2 * Doubles.dot(model.weights(), row), within(1e-12));
      assertThat(variances[i]).isCloseTo(4 * model.variance(row), within(1e-12));
    }
  }

  private static double[] row(Rows rows, int i) {
    return rows.row(i, new double[rows.written()]);
  }
}
