package net.alogins.oo.policies;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policies.kernel.Kernel;
import net.alogins.oo.policy.Slate;

/** The rows of a slate's candidates, as a regression sees them. */
abstract class Rows {

  private static final int AT_ONCE = 128;
  private static final double LARGEST = 1e30;

  /** Everything is seen. */
  static final UnaryOperator<double[]> FULL = row -> row;

  private Rows() {}

  /**
   * What is seen of the full rows of a slate.
   *
   * @param see what is seen of one, which is overwritten later; {@link #FULL} if everything is
   */
  static Rows of(Slate slate, UnaryOperator<double[]> see) {
    if (slate.schema().candidateWidth() == 0) {
      return new Same(
          slate.size(), see.apply(new Full(slate).row(0, new double[slate.schema().width()])));
    }
    return see == FULL ? new Full(slate) : new Seen(slate, see);
  }

  /** How many there are. */
  abstract int count();

  /** One of them: {@code own}, written to, or another array. */
  abstract double[] row(int i, double[] own);

  /** How many values one has. */
  abstract int width();

  /** How long an array must be for a row to be written to it. */
  abstract int written();

  /** The product of each with {@code weights}. */
  final DoubleColumn.Builder times(double[] weights) {
    DoubleColumn.Builder products = DoubleColumn.builder(count());
    double[] own = new double[written()];
    for (int i = 0; i < products.size(); i++) {
      products.set(i, Doubles.dot(weights, row(i, own)));
    }
    return products;
  }

  /** Some of them as float32, one after the other. */
  interface Some {

    /**
     * Is told of {@code count} rows, from row {@code from} on.
     *
     * @param at the index of the first value
     */
    void told(float[] rows, int at, int from, int count);
  }

  /** Tells of all of them, one part after the other. */
  void tell(Some some) {
    double[] own = new double[written()];
    float[] rows = new float[Math.min(AT_ONCE, count()) * width()];
    for (int from = 0; from < count(); from += AT_ONCE) {
      int here = Math.min(AT_ONCE, count() - from);
      for (int i = 0; i < here; i++) {
        write(row(from + i, own), rows, i * width());
      }
      some.told(rows, 0, from, here);
    }
  }

  /** Crosses may be more than float32 holds, and are then as large as may be multiplied. */
  private static void write(double[] row, float[] rows, int at) {
    for (int j = 0; j < row.length; j++) {
      rows[at + j] = (float) StrictMath.max(-LARGEST, StrictMath.min(LARGEST, row[j]));
    }
  }

  /** The products of all with a matrix, one after the other, of so many columns each. */
  final float[] times(Kernel.Matrix matrix, int columns) {
    float[] products = new float[count() * columns];
    tell((rows, at, from, count) -> matrix.times(rows, at, count, products, from * columns));
    return products;
  }

  /** The product of one with a matrix, from index {@code to} on. */
  final void times(Kernel.Matrix matrix, int i, float[] products, int to) {
    float[] row = new float[width()];
    write(row(i, new double[written()]), row, 0);
    matrix.times(row, 0, 1, products, to);
  }

  /** How little {@code model} knows in the direction of each, in units of the noise. */
  final double[] variances(Ridge model) {
    double[] variances = new double[count()];
    Kernel.Matrix images = model.spread().images();
    tell((rows, at, from, count) -> images.squares(rows, at, count, variances, from));
    for (int i = 0; i < variances.length; i++) {
      if (!Double.isFinite(variances[i])) {
        variances[i] = model.variance(row(i, new double[written()]));
      }
    }
    return variances;
  }

  /** Context, candidate, crosses. */
  private static final class Full extends Rows {

    private final Slate slate;

    Full(Slate slate) {
      this.slate = slate;
    }

    @Override
    int count() {
      return slate.size();
    }

    @Override
    double[] row(int i, double[] own) {
      slate.schema().expand(slate, i, own);
      return own;
    }

    @Override
    int width() {
      return slate.schema().width();
    }

    @Override
    int written() {
      return width();
    }

    @Override
    void tell(Some some) {
      if (width() == slate.schema().candidateWidth()) {
        some.told(slate.features().values(), 0, 0, count());
      } else {
        super.tell(some);
      }
    }
  }

  /** What a regression makes of full rows. */
  private static final class Seen extends Rows {

    private static final int FEW = 32;

    private final Rows full;
    private final UnaryOperator<double[]> see;
    private final double[] row;

    /** A few are looked at once, and kept. */
    private final Map<Integer, double[]> few = new HashMap<>();

    Seen(Slate slate, UnaryOperator<double[]> see) {
      this.full = new Full(slate);
      this.see = see;
      this.row = new double[full.written()];
    }

    @Override
    int count() {
      return full.count();
    }

    @Override
    double[] row(int i, double[] own) {
      return i < FEW ? few.computeIfAbsent(i, this::seen) : seen(i);
    }

    private double[] seen(int i) {
      return see.apply(full.row(i, row));
    }

    @Override
    int width() {
      return row(0, row).length;
    }

    @Override
    int written() {
      return 0;
    }
  }

  /** Candidates that have no columns of their own. */
  private static final class Same extends Rows {

    private final int count;
    private final double[] row;

    Same(int count, double[] row) {
      this.count = count;
      this.row = row;
    }

    @Override
    int count() {
      return count;
    }

    @Override
    double[] row(int i, double[] own) {
      return row;
    }

    @Override
    int width() {
      return row(0, row).length;
    }

    @Override
    int written() {
      return 0;
    }
  }
}
