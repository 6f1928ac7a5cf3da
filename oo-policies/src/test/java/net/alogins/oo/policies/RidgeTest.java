package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RidgeTest {

  private static final int WIDTH = 7;

  /** A row and its value. */
  private static final class Case {

    private final double[] row;
    private final double value;

    Case(double[] row, double value) {
      this.row = row;
      this.value = value;
    }

    double[] x() {
      return row;
    }

    double y() {
      return value;
    }
  }

  private static List<Case> cases(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] x = random.doubles(WIDTH, -1, 1).toArray();
      x[random.nextInt(WIDTH)] = 0;
      cases.add(new Case(x, 2 * x[0] - x[1] + random.nextDouble()));
    }
    return cases;
  }

  private static Ridge learned(Ridge ridge, List<Case> cases, int weight) {
    Ridge.Learning learning = ridge.learning();
    cases.forEach(one -> learning.row(one.x(), one.y(), weight));
    return learning.done();
  }

  private static Ridge of(List<Case> cases) {
    return learned(Ridge.empty(WIDTH), cases, 1);
  }

  /** The solution of the normal equations, and the inverse's quadratic form, by elimination. */
  private static double[] solved(List<Case> cases, double[] right) {
    double[][] m = new double[WIDTH][WIDTH + 1];
    for (int i = 0; i < WIDTH; i++) {
      m[i][i] = 1;
      m[i][WIDTH] = right[i];
      for (Case one : cases) {
        for (int j = 0; j < WIDTH; j++) {
          m[i][j] += one.x()[i] * one.x()[j];
        }
      }
    }
    for (int i = 0; i < WIDTH; i++) {
      for (int k = 0; k < WIDTH; k++) {
        double factor = k == i ? 0 : m[k][i] / m[i][i];
        for (int j = i; j <= WIDTH; j++) {
          m[k][j] -= factor * m[i][j];
        }
      }
    }
    double[] solution = new double[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      solution[i] = m[i][WIDTH] / m[i][i];
    }
    return solution;
  }

  private static double[] moment(List<Case> cases) {
    double[] moment = new double[WIDTH];
    for (Case one : cases) {
      for (int i = 0; i < WIDTH; i++) {
        moment[i] += one.x()[i] * one.y();
      }
    }
    return moment;
  }

  @Test
  void it_solves_the_normal_equations_however_many_rows_there_are() {
    for (int count : new int[] {0, 1, 5, 511, 512, 513, 2_000}) {
      List<Case> cases = cases(1, count);
      Ridge ridge = of(cases);
      double[] x = cases(2, 1).get(0).x();

      assertThat(ridge.weights()).containsExactly(solved(cases, moment(cases)), within(1e-10));
      assertThat(ridge.mean(x)).isCloseTo(Doubles.dot(ridge.weights(), x), within(1e-15));
      assertThat(ridge.variance(x)).isCloseTo(Doubles.dot(solved(cases, x), x), within(1e-12));
    }
  }

  @Test
  void what_is_taken_out_was_never_there() {
    List<Case> kept = cases(3, 700);
    List<Case> gone = cases(4, 300);
    Ridge both = learned(of(kept), gone, 1);

    Ridge back = learned(both, gone, -1);

    assertThat(back.weights()).containsExactly(of(kept).weights(), within(1e-9));
    Ridge nothing = learned(of(gone), gone, -1);
    assertThat(nothing.weights()).containsExactly(new double[WIDTH], within(1e-9));
    assertThat(nothing.variance(gone.get(0).x()))
        .isCloseTo(Doubles.dot(gone.get(0).x(), gone.get(0).x()), within(1e-6));
  }

  /** As far as it goes before it is computed from the sums again. */
  @Test
  void what_follows_rows_that_come_and_go_hardly_drifts() {
    List<Case> kept = cases(11, 111);
    List<Case> gone = cases(12, 200);

    Ridge followed = learned(learned(of(kept), gone, 1), gone, -1);

    for (Case one : cases(13, 20)) {
      double exact = Doubles.dot(solved(kept, one.x()), one.x());
      assertThat(followed.variance(one.x())).isCloseTo(exact, withinPercentage(1e-9));
    }
  }

  @Test
  void one_strong_row_can_be_taken_out_again() {
    double[] strong = new double[WIDTH];
    strong[2] = 1e6;
    List<Case> cases = cases(5, 50);
    Ridge with = learned(of(cases), List.of(new Case(strong, 1)), 1);

    Ridge without = learned(with, List.of(new Case(strong, 1)), -1);

    assertThat(without.weights()).containsExactly(of(cases).weights(), within(1e-3));
  }

  @Test
  void other_penalties_are_as_if_they_had_been_from_the_start() {
    double[] strong = new double[WIDTH];
    Arrays.fill(strong, 5);
    List<Case> cases = cases(9, 100);

    Ridge under = of(cases).under(strong);

    assertThat(under.weights())
        .containsExactly(learned(Ridge.empty(strong), cases, 1).weights(), within(1e-12));
    assertThat(under.under(strong)).isSameAs(under);
    assertThat(under.rows()).isEqualTo(100);
  }

  /** By a Gaussian density of the values themselves: covariance I + X D^-1 X' in units of noise. */
  @Test
  void evidence_compares_penalties_as_the_density_of_the_values_does() {
    double[] strong = new double[WIDTH];
    Arrays.fill(strong, 5);
    double[] weak = new double[WIDTH];
    Arrays.fill(weak, .5);
    List<Case> cases = cases(10, 12);

    double difference = of(cases).evidence(strong) - of(cases).evidence(weak);

    assertThat(difference).isCloseTo(density(cases, 5) - density(cases, .5), within(1e-9));
  }

  private static double density(List<Case> cases, double penalty) {
    int n = cases.size();
    Symmetric covariance = Symmetric.zero(n);
    double[] values = new double[n];
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    for (int i = 0; i < n; i++) {
      values[i] = cases.get(i).y();
      for (int j = 0; j <= i; j++) {
        covariance.row(i)[j] = Doubles.dot(cases.get(i).x(), cases.get(j).x()) / penalty;
      }
    }
    Cholesky factor = Cholesky.of(covariance, ones);
    double[] white = factor.forward(values);
    double determinant = 0;
    for (int i = 0; i < n; i++) {
      determinant += 2 * Math.log(factor.diagonal(i));
    }
    double rest = Doubles.dot(white, white) + .05;
    return -((n + 1) * Math.log(rest / (n + 1)) + determinant) / 2;
  }

  @Test
  void two_that_learned_apart_add_up() {
    List<Case> all = cases(6, 100);

    Ridge sum = of(all.subList(0, 40)).plus(of(all.subList(40, 100)));

    assertThat(sum.weights()).containsExactly(of(all).weights(), within(1e-12));
  }

  @Test
  void what_was_saved_goes_on_bit_for_bit() throws IOException {
    Ridge ridge = of(cases(7, 600));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ridge.write(new DataOutputStream(bytes));
    Ridge read = Ridge.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    List<Case> more = cases(8, 500);
    assertThat(learned(read, more, 1).weights()).isEqualTo(learned(ridge, more, 1).weights());
  }

  @Test
  void what_is_not_finite_is_refused() {
    double[] huge = new double[WIDTH];
    huge[0] = 1e200;

    assertThatThrownBy(() -> learned(Ridge.empty(WIDTH), List.of(new Case(huge, 1)), 1))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () -> learned(Ridge.empty(WIDTH), List.of(new Case(new double[WIDTH], 1 / 0.)), 1))
        .isInstanceOf(ArithmeticException.class);
  }
}
