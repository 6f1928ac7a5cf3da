package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Block;
import net.alogins.oo.policy.Block.Side;
import net.alogins.oo.policy.FeatureSchema;
import org.junit.jupiter.api.Test;

class OwnTest {

  private static final CandidateId ANY = new CandidateId("tasks", "any");
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;
  private static final int WIDTH = 5;
  private static final FeatureSchema SCHEMA =
      FeatureSchema.of(
          List.of(
              new Block("usual", Side.CONTEXT, List.of("always")),
              new Block("kind", Side.CANDIDATE, List.of("a", "b", "c", "d"))),
          List.of());

  /** Kinds have a lasting effect and a passing one. */
  private static final Effects EFFECTS =
      Effects.of(
          SCHEMA,
          List.of(
              new Effects.Of("usual", .1, 60),
              new Effects.Of("kind", .2, 40),
              new Effects.Of("absent", .5, 1),
              new Effects.Of("kind", .3, 2)));

  /** What somebody met, and when. */
  private record Met(DoubleColumn row, double y, long at) {

    double[] x() {
      return Doubles.of(row);
    }
  }

  private static List<Met> life(long seed, int rows, int columns) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Met> all = new ArrayList<>();
    long now = 1_000 * DAY;
    for (int i = 0; i < rows; i++) {
      double[] x = new double[WIDTH];
      x[0] = 1;
      x[1 + random.nextInt(columns)] = 1 + random.nextDouble();
      x[1 + random.nextInt(columns)] = -random.nextDouble();
      all.add(new Met(DoubleColumn.of(x), random.nextDouble(-1, 1), now));
      now += random.nextLong(3 * DAY);
    }
    return all;
  }

  private static Own absorbed(Own own, List<Met> life, Ridge.Learning everybody) {
    Own next = own;
    for (Met met : life) {
      Absorbed<Own> absorbed = next.absorb(ANY, EFFECTS, met.x(), met.y(), met.at());
      next = absorbed.own();
      everybody.row(Doubles.of(absorbed.row().row()), absorbed.row().target(), 1);
    }
    return next;
  }

  private static Own absorbed(List<Met> life) {
    return absorbed(Own.newcomer(), life, Ridge.empty(WIDTH).learning());
  }

  /** How what an effect was at one time goes with what it is at another. */
  private static double covariance(int effect, long one, long other) {
    double seconds = (double) Math.abs(one - other);
    return EFFECTS.variance(effect) * EFFECTS.left(new int[] {effect}, seconds)[0];
  }

  /** By dense matrices: V = I + sum of u u' times the effects' covariances. */
  private static final class Dense {

    private final List<Met> life;
    private final double[][] inverse;

    Dense(List<Met> life) {
      this.life = life;
      Symmetric covariance = Symmetric.zero(life.size());
      double[] ones = new double[life.size()];
      for (int i = 0; i < ones.length; i++) {
        ones[i] = 1;
        for (int j = 0; j <= i; j++) {
          covariance.row(i)[j] = covariance(life.get(i), life.get(j));
        }
      }
      Root root = Root.of(covariance, ones);
      inverse = new double[ones.length][];
      for (int i = 0; i < ones.length; i++) {
        double[] unit = new double[ones.length];
        unit[i] = 1;
        inverse[i] = root.back(root.times(unit));
      }
    }

    private static double covariance(Met one, Met other) {
      double sum = 0;
      for (int i = 0; i < EFFECTS.count(); i++) {
        int column = EFFECTS.column(i);
        double each = OwnTest.covariance(i, one.at(), other.at());
        sum += each * one.x()[column] * other.x()[column];
      }
      return sum;
    }

    /** Adds X' V^-1 X and X' V^-1 y. */
    void add(Symmetric gram, double[] moment) {
      for (int i = 0; i < life.size(); i++) {
        for (int j = 0; j < life.size(); j++) {
          double[] x = life.get(i).x();
          double[] z = life.get(j).x();
          for (int a = 0; a < WIDTH; a++) {
            moment[a] += x[a] * inverse[i][j] * life.get(j).y();
            for (int b = 0; b <= a; b++) {
              gram.row(a)[b] += x[a] * inverse[i][j] * z[b];
            }
          }
        }
      }
    }

    /** beta, and in each column what the person's effects are expected to be. */
    double[] weights(double[] beta, long now) {
      double[] weights = beta.clone();
      for (int i = 0; i < life.size(); i++) {
        for (int j = 0; j < life.size(); j++) {
          double surprise = life.get(j).y() - Doubles.dot(life.get(j).x(), beta);
          for (int e = 0; e < EFFECTS.count(); e++) {
            int column = EFFECTS.column(e);
            weights[column] +=
                OwnTest.covariance(e, now, life.get(i).at())
                    * life.get(i).x()[column]
                    * inverse[i][j]
                    * surprise;
          }
        }
      }
      return weights;
    }
  }

  @Test
  void everybody_and_each_person_are_what_dense_generalised_least_squares_says() {
    List<List<Met>> lives = List.of(life(1, 40, 4), life(2, 3, 4), life(3, 60, 2));
    Ridge.Learning everybody = Ridge.empty(WIDTH).learning();
    List<Own> people = new ArrayList<>();
    Symmetric gram = Symmetric.zero(WIDTH);
    double[] moment = new double[WIDTH];
    for (List<Met> life : lives) {
      people.add(absorbed(Own.newcomer(), life, everybody));
      new Dense(life).add(gram, moment);
    }

    double[] beta = everybody.done().weights();

    double[] ones = {1, 1, 1, 1, 1};
    Root root = Root.of(gram, ones);
    assertThat(beta).containsExactly(root.back(root.times(moment)), within(1e-12));
    for (int i = 0; i < lives.size(); i++) {
      long later = lives.get(i).get(lives.get(i).size() - 1).at() + 5 * DAY;
      assertThat(people.get(i).weights(EFFECTS, beta, later))
          .containsExactly(new Dense(lives.get(i)).weights(beta, later), within(1e-12));
    }
  }

  @Test
  void after_a_long_time_somebody_is_like_everybody_again() {
    double[] beta = {.1, .2, .3, .4, .5};
    List<Met> life = life(4, 30, 4);
    Own own = absorbed(life);
    long last = life.get(29).at();

    double then = distance(own.weights(EFFECTS, beta, last), beta);
    double later = distance(own.weights(EFFECTS, beta, last + 100 * DAY), beta);

    assertThat(then).isGreaterThan(.1);
    assertThat(later).isLessThan(then / 2).isPositive();
    assertThat(own.weights(EFFECTS, beta, last + 10_000 * DAY)).containsExactly(beta, within(1e-9));
    assertThat(Own.newcomer().weights(EFFECTS, beta, last)).containsExactly(beta);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }

  /** With 8-byte values, 5 effects of 3 columns: 15 + 15 + 5 and some numbers. */
  @Test
  void only_what_was_seen_is_kept() throws IOException {
    List<Met> life = life(5, 50, 2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Own own = absorbed(life);
    own.write(new DataOutputStream(bytes));

    assertThat(bytes.size()).isEqualTo(8 + 4 * (1 + 5 + 1 + 3) + 8 * (15 + 15 + 5));
    Own read = Own.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    double[] beta = {.1, .2, .3, .4, .5};
    List<Met> more = life(6, 10, 4);
    assertThat(absorbed(read, more, Ridge.empty(WIDTH).learning()).weights(EFFECTS, beta, 0))
        .containsExactly(
            absorbed(own, more, Ridge.empty(WIDTH).learning()).weights(EFFECTS, beta, 0));
  }

  @Test
  void a_row_that_was_decided_before_the_latest_counts_as_now() {
    List<Met> life = life(7, 20, 4);
    long last = life.get(19).at();
    double[] x = {1, 1, 0, 0, 0};

    Own late = absorbed(life).absorb(ANY, EFFECTS, x, 1, last - 9 * DAY).own();
    Own now = absorbed(life).absorb(ANY, EFFECTS, x, 1, last).own();

    double[] beta = new double[WIDTH];
    assertThat(late.weights(EFFECTS, beta, last + HOUR))
        .containsExactly(now.weights(EFFECTS, beta, last + HOUR));
  }

  @Test
  void what_would_not_stay_finite_is_refused() {
    double[] x = {1e200, 0, 0, 0, 0};

    assertThatThrownBy(() -> Own.newcomer().absorb(ANY, EFFECTS, x, 1, DAY))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("finite");
  }
}
