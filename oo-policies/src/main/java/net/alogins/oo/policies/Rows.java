package net.alogins.oo.policies;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Slate;

/** The rows of a slate's candidates, as a regression sees them. */
abstract class Rows {

  /** So many are looked at together that their columns stay in the nearest caches. */
  private static final int LANES = 128;

  /** Fewer than these are faster one by one. */
  private static final int FEW = 32;

  private final int count;

  private Rows(int count) {
    this.count = count;
  }

  /** Full rows. */
  static Rows of(Slate slate) {
    return slate.schema().candidateWidth() == 0 ? of(slate, row -> row) : new Full(slate);
  }

  /**
   * Something else.
   *
   * @param see what it sees of a full row, which is overwritten later
   */
  static Rows of(Slate slate, UnaryOperator<double[]> see) {
    return slate.schema().candidateWidth() == 0
        ? new Same(slate.size(), see.apply(new Full(slate).row(0)))
        : new Seen(slate, see);
  }

  /** One of them, good until the next is asked for. */
  abstract double[] row(int i);

  /** The product of each with {@code weights}. */
  DoubleColumn.Builder times(double[] weights) {
    DoubleColumn.Builder products = DoubleColumn.builder(count);
    for (int i = 0; i < count; i++) {
      products.set(i, Doubles.dot(weights, row(i)));
    }
    return products;
  }

  /**
   * The products of each with weights side by side.
   *
   * @param weights value j of each in {@code weights[j]}
   * @param many how many weights there are of each value
   */
  final double[][] times(double[][] weights, int many) {
    double[][] products = new double[count][many];
    for (int i = 0; i < count; i++) {
      Doubles.addAll(products[i], row(i), weights, 0, weights.length);
    }
    return products;
  }

  /** How little {@code model} knows in the direction of each, in units of the noise. */
  double[] variances(Ridge model) {
    double[] variances = new double[count];
    if (count < FEW) {
      Arrays.setAll(variances, i -> model.variance(row(i)));
    } else {
      sideBySide(model.inverse(), variances);
    }
    return variances;
  }

  /** Each value of P meets many rows in a row, which a processor multiplies at the same time. */
  private void sideBySide(Symmetric inverse, double[] variances) {
    double[][] columns = new double[inverse.size()][Math.min(LANES, count)];
    for (int from = 0; from < count; from += LANES) {
      int here = Math.min(LANES, count - from);
      turn(from, here, columns);
      double[] forms = inverse.forms(columns, here);
      for (int i = 0; i < here; i++) {
        variances[from + i] = StrictMath.max(0, forms[i]);
      }
    }
  }

  /** Writes {@code here} rows into {@code columns}: value j of row i to {@code columns[j][i]}. */
  private void turn(int from, int here, double[][] columns) {
    for (int i = 0; i < here; i++) {
      double[] row = row(from + i);
      for (int j = 0; j < row.length; j++) {
        columns[j][i] = row[j];
      }
    }
  }

  /** Context, candidate, crosses. */
  private static final class Full extends Rows {

    private final Slate slate;
    private final double[] row;

    Full(Slate slate) {
      super(slate.size());
      this.slate = slate;
      this.row = new double[slate.schema().width()];
    }

    @Override
    double[] row(int i) {
      slate.schema().expand(slate, i, row);
      return row;
    }

    @Override
    DoubleColumn.Builder times(double[] weights) {
      return Linear.scores(weights, slate);
    }
  }

  /** What a regression makes of full rows. */
  private static final class Seen extends Rows {

    private final Rows full;
    private final UnaryOperator<double[]> see;

    /** A few are looked at once, and kept. */
    private final Map<Integer, double[]> few = new HashMap<>();

    Seen(Slate slate, UnaryOperator<double[]> see) {
      super(slate.size());
      this.full = new Full(slate);
      this.see = see;
    }

    @Override
    double[] row(int i) {
      return i < FEW
          ? few.computeIfAbsent(i, first -> see.apply(full.row(first)))
          : see.apply(full.row(i));
    }
  }

  /** Candidates that have no columns of their own. */
  private static final class Same extends Rows {

    private final double[] row;

    Same(int count, double[] row) {
      super(count);
      this.row = row;
    }

    @Override
    double[] row(int i) {
      return row;
    }
  }
}
