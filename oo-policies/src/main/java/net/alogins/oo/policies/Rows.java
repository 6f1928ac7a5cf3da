package net.alogins.oo.policies;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policies.kernel.Kernel;
import net.alogins.oo.policy.Slate;

/** The rows of a slate's candidates, as a regression sees them. */
abstract class Rows {

  /** Fewer than these gain nothing from being turned on their side. */
  private static final int FEW = 32;

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
      return new Same(slate.size(), see.apply(new Full(slate).kept(0, 1)[0]));
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

  private double[][] scratch(int size) {
    return new double[size][written()];
  }

  final double[][] kept(int from, int here) {
    return kept(from, here, scratch(here));
  }

  /** {@code here} rows from {@code from} on, at the beginning of {@code scratch}. */
  private double[][] kept(int from, int here, double[][] scratch) {
    for (int i = 0; i < here; i++) {
      scratch[i] = row(from + i, scratch[i]);
    }
    return scratch;
  }

  /** The product of each with {@code weights}. */
  DoubleColumn.Builder times(double[] weights) {
    DoubleColumn.Builder products = DoubleColumn.builder(count());
    double[] own = new double[written()];
    for (int i = 0; i < products.size(); i++) {
      products.set(i, Doubles.dot(weights, row(i, own)));
    }
    return products;
  }

  /** The products of each with many weights: value i of each array is that of row i. */
  final double[][] times(double[][] weights) {
    double[][] products = new double[weights.length][count()];
    int lanes = lanes();
    double[][] columns = new double[width()][lanes];
    double[][] some = new double[weights.length][lanes];
    for (int from = 0; from < count(); from += lanes) {
      int here = Math.min(lanes, count() - from);
      turn(from, here, columns);
      Kernels.CHOSEN.products(weights, columns, some);
      for (int k = 0; k < products.length; k++) {
        System.arraycopy(some[k], 0, products[k], from, here);
      }
    }
    return products;
  }

  /** How many rows are looked at together, of whole blocks. */
  private int lanes() {
    return Math.min(Kernels.CHOSEN.lanes(), Kernel.whole(count()));
  }

  /** How what {@code model} does not know of each goes together, in units of the noise. */
  final Symmetric covariance(Ridge model) {
    double[][] rows = kept(0, count());
    double[][] half = halves(model, rows);
    double[][] columns = new double[width()][Kernel.whole(rows.length)];
    turn(0, rows.length, columns);
    double[][] products = new double[rows.length][columns[0].length];
    Kernels.CHOSEN.products(half, columns, products);
    Symmetric covariance = Symmetric.zero(rows.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariance.row(i)[j] = products[i][j] + products[j][i];
      }
    }
    return covariance;
  }

  private static double[][] halves(Ridge model, double[][] rows) {
    double[][] halves = new double[rows.length][Kernel.whole(model.weights().length)];
    Kernels.CHOSEN.products(rows, model.half(), halves);
    return halves;
  }

  /** How little {@code model} knows in the direction of each, in units of the noise. */
  final double[] variances(Ridge model) {
    double[] variances = new double[count()];
    if (variances.length < FEW) {
      double[][] rows = kept(0, variances.length);
      double[][] halves = halves(model, rows);
      Arrays.setAll(variances, i -> 2 * Doubles.dot(halves[i], rows[i], rows[i].length));
      Doubles.floor(variances);
      return variances;
    }
    Symmetric inverse = model.inverse();
    int lanes = lanes();
    double[][] columns = new double[inverse.size()][lanes];
    double[][] scratch = Kernels.CHOSEN.scratch(inverse.size(), lanes);
    for (int from = 0; from < variances.length; from += lanes) {
      int here = Math.min(lanes, variances.length - from);
      turn(from, here, columns);
      inverse.forms(columns, here, scratch, variances, from);
    }
    Doubles.floor(variances);
    return variances;
  }

  /** Value j of row {@code from + i} goes to {@code columns[j][i]}. */
  void turn(int from, int here, double[][] columns) {
    double[][] four = scratch(4);
    for (int i = 0; i < here; i += 4) {
      int some = Math.min(4, here - i);
      kept(from + i, some, four);
      for (int j = 0; j < columns.length; j++) {
        for (int lane = 0; lane < some; lane++) {
          columns[j][i + lane] = four[lane][j];
        }
      }
    }
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
    DoubleColumn.Builder times(double[] weights) {
      return Linear.scores(weights, slate);
    }

    @Override
    void turn(int from, int here, double[][] columns) {
      int own = slate.schema().candidateWidth();
      int context = slate.schema().contextWidth();
      if (columns.length > context + own) {
        super.turn(from, here, columns);
        return;
      }
      for (int j = 0; j < context; j++) {
        Arrays.fill(columns[j], slate.context().get(j));
      }
      int i = 0;
      for (; i + 3 < here; i += 4) {
        turnFour((from + i) * own, columns, context, i);
      }
      for (; i < here; i++) {
        for (int j = 0; j < own; j++) {
          columns[context + j][i] = slate.features().get((from + i) * own + j);
        }
      }
    }

    private void turnFour(int from0, double[][] columns, int context, int i) {
      FloatColumn values = slate.features();
      int width = slate.schema().candidateWidth();
      int from1 = from0 + width;
      int from2 = from1 + width;
      int from3 = from2 + width;
      for (int j = 0; j < width; j++) {
        double[] column = columns[context + j];
        column[i] = values.get(from0 + j);
        column[i + 1] = values.get(from1 + j);
        column[i + 2] = values.get(from2 + j);
        column[i + 3] = values.get(from3 + j);
      }
    }
  }

  /** What a regression makes of full rows. */
  private static final class Seen extends Rows {

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
