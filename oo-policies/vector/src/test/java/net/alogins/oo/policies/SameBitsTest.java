package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policies.kernel.Kernel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the shape, both kernels come to the same bits. */
class SameBitsTest {

  private static final Kernel PLAIN = new PlainKernel();
  private static final Kernel VECTOR = Kernels.CHOSEN;

  @Property
  void many_forms_are_the_same(
      @ForAll long seed,
      @ForAll @IntRange(max = 70) int columns,
      @ForAll @IntRange(min = 1, max = 70) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] triangle = triangle(columns, random);
    double[][] all = matrix(columns, rows + 2, random);
    double[] plain = new double[rows + 3];
    double[] vector = new double[rows + 3];

    PLAIN.forms(triangle, all, rows, PLAIN.scratch(columns, rows + 2), plain, 1);
    VECTOR.forms(triangle, all, rows, VECTOR.scratch(columns, rows + 2), vector, 1);

    assertThat(bits(vector)).isEqualTo(bits(plain));
  }

  @Property
  void products_are_the_same(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 70) int columns,
      @ForAll boolean isTriangle) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] factors = matrix(rows, columns + 3, random);
    double[][] vectors = new double[columns][];
    Arrays.setAll(vectors, j -> matrix(1, Kernel.whole(isTriangle ? j + 1 : columns), random)[0]);
    double[][] plain = matrix(rows, Kernel.whole(columns), random);
    double[][] vector = matrix(rows, Kernel.whole(columns), random);

    PLAIN.products(factors, vectors, plain);
    VECTOR.products(factors, vectors, vector);

    for (int i = 0; i < rows; i++) {
      assertThat(bits(vector[i])).isEqualTo(bits(plain[i]));
    }
  }

  @Property
  void scores_are_the_same(
      @ForAll long seed,
      @ForAll @IntRange(max = 70) int columns,
      @ForAll @IntRange(min = 1, max = 40) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = matrix(1, columns, random)[0];
    FloatColumn.Builder values = FloatColumn.builder(rows * columns);
    for (int i = 0; i < rows * columns; i++) {
      values.set(i, (float) Math.max(-1e30, Math.min(1e30, value(random))));
    }
    FloatColumn all = values.build();
    DoubleColumn.Builder plain = DoubleColumn.builder(rows);
    DoubleColumn.Builder vector = DoubleColumn.builder(rows);

    PLAIN.dots(weights, all, plain);
    VECTOR.dots(weights, all, vector);

    assertThat(bits(Doubles.of(vector.build()))).isEqualTo(bits(Doubles.of(plain.build())));
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static double[][] triangle(int size, SplittableRandom random) {
    double[][] triangle = new double[size][];
    Arrays.setAll(triangle, i -> matrix(1, i + 1, random)[0]);
    return triangle;
  }

  private static double[][] matrix(int rows, int columns, SplittableRandom random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, j -> value(random));
    }
    return matrix;
  }

  /** Zeros of both signs among them, and all sizes. */
  private static double value(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0.;
      case 1 -> -0.;
      case 2 -> (random.nextDouble() - .5) * 1e-300;
      case 3 -> (random.nextDouble() - .5) * 1e100;
      default -> random.nextDouble() - .5;
    };
  }
}
