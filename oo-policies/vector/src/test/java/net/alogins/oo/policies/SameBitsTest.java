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

  /** From any index on, whole or a triangle, which ends with 0s. */
  @Property
  void products_are_the_same(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 150) int count,
      @ForAll @IntRange(max = 70) int rows,
      @ForAll @IntRange(min = 1, max = 9) int blocks,
      @ForAll boolean isTriangle) {
    SplittableRandom random = new SplittableRandom(seed);
    int columns = blocks * Kernel.BLOCK;
    float[] values = floats(rows * columns, random);
    for (int i = 0; i < values.length && isTriangle; i++) {
      values[i] = i % columns < columns - i / columns ? values[i] : 0;
    }
    float[] factors = floats(3 + count * rows, random);
    Kernel.Matrix plain = PLAIN.matrix(values, columns);
    Kernel.Matrix vector = VECTOR.matrix(values, columns);
    float[] products = floats(2 + count * columns, random);
    float[] same = products.clone();
    double[] squares = new double[2 + count];
    double[] sameSquares = squares.clone();

    plain.times(factors, 3, count, products, 2);
    vector.times(factors, 3, count, same, 2);
    plain.squares(factors, 3, count, squares, 2);
    vector.squares(factors, 3, count, sameSquares, 2);

    assertThat(bits(same)).isEqualTo(bits(products));
    assertThat(bits(sameSquares)).isEqualTo(bits(squares));
  }

  @Property
  void scores_are_the_same(
      @ForAll long seed,
      @ForAll @IntRange(max = 70) int columns,
      @ForAll @IntRange(min = 1, max = 40) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[columns];
    Arrays.setAll(weights, j -> value(random));
    FloatColumn all = FloatColumn.of(floats(rows * columns, random));
    DoubleColumn.Builder plain = DoubleColumn.builder(rows);
    DoubleColumn.Builder vector = DoubleColumn.builder(rows);

    PLAIN.dots(weights, all, plain);
    VECTOR.dots(weights, all, vector);

    assertThat(bits(Doubles.of(vector.build()))).isEqualTo(bits(Doubles.of(plain.build())));
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  /** None so large that a square of a sum of products is not finite. */
  private static float[] floats(int count, SplittableRandom random) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) Math.max(-1e8, Math.min(1e8, value(random)));
    }
    return floats;
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
