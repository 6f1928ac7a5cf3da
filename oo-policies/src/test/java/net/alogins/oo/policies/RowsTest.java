package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Block;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.api.Test;
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
      assertThat(variances[i])
          .isCloseTo(model.variance(row(rows, i)), withinPercentage(1e-3))
          .isPositive();
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
      assertThat(variances[i]).isCloseTo(4 * model.variance(row), withinPercentage(1e-3));
    }
  }

  /**
   * Each row is in three columns that add up to others, so that little is left of large numbers.
   */
  @Test
  void half_of_the_digits_are_enough_where_much_is_known_and_columns_say_the_same() {
    Ridge.Learning learning = Ridge.empty(9).learning();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      learning.row(dependent(random), random.nextDouble(), 1);
    }
    Ridge model = learning.done();
    Slate slate = slate(9, 40, i -> dependent(random));

    double[] variances = Rows.of(slate, Rows.FULL).variances(model);

    for (int i = 0; i < variances.length; i++) {
      double exact = model.variance(row(Rows.of(slate, Rows.FULL), i));
      assertThat(exact).isLessThan(1e-3);
      assertThat(variances[i]).isCloseTo(exact, withinPercentage(.1));
    }
  }

  private static double[] dependent(SplittableRandom random) {
    double[] row = new double[9];
    row[0] = 1;
    row[1 + random.nextInt(4)] = 1;
    row[5 + random.nextInt(4)] = 1;
    return row;
  }

  @Test
  void what_float32_cannot_hold_is_computed_in_float64() {
    Slate slate = slate(9, 3, i -> filled(i == 1 ? 3e38 : 1));
    Ridge model = Ridge.empty(9);

    double[] variances = Rows.of(slate, Rows.FULL).variances(model);

    assertThat(variances[0]).isCloseTo(9, within(1e-6));
    assertThat(variances[1]).isCloseTo(9 * 3e38 * 3e38, withinPercentage(1e-3));
  }

  private static double[] filled(double value) {
    double[] row = new double[9];
    Arrays.fill(row, value);
    return row;
  }

  private static Slate slate(int width, int count, IntFunction<double[]> rows) {
    List<String> names = IntStream.range(0, width).mapToObj(j -> "f" + j).toList();
    FloatColumn.Builder values = FloatColumn.builder(count * width);
    for (int i = 0; i < count; i++) {
      double[] row = rows.apply(i);
      for (int j = 0; j < width; j++) {
        values.set(i * width + j, (float) row[j]);
      }
    }
    return new Slate(
        new UserId("ada"),
        Instant.EPOCH,
        FeatureSchema.of(List.of(new Block("task", Block.Side.CANDIDATE, names)), List.of()),
        IntStream.range(0, count).mapToObj(i -> new CandidateId("rows", "" + i)).toList(),
        FloatColumn.of(),
        values.build());
  }

  private static double[] row(Rows rows, int i) {
    return rows.row(i, new double[rows.written()]);
  }
}
