package net.alogins.oo.policies;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Slate;

/** The rows of a slate's candidates, as a regression sees them. */
abstract class Rows {

  /** Fewer than these are faster one by one. */
  private static final int FEW = 32;

  private static final double[] NONE = {};

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

  /** One of them to keep: {@code own}, written to, or another array. */
  abstract double[] row(int i, double[] own);

  /** How long an array must be for a row to be written to it. */
  abstract int written();

  private double[][] scratch(int size) {
    return new double[size][written()];
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
    double[][] scratch = scratch(Math.min(Kernels.CHOSEN.lanes(), count));
    for (int from = 0; from < count; from += scratch.length) {
      int here = Math.min(scratch.length, count - from);
      Kernels.CHOSEN.products(kept(from, here, scratch), here, weights, products, from);
    }
    return products;
  }

  /** How little {@code model} knows in the direction of each, in units of the noise. */
  double[] variances(Ridge model) {
    double[] variances = new double[count];
    if (count < FEW) {
      model.variancesOfFew(kept(0, count, scratch(count)), variances);
    } else {
      sideBySide(model.inverse(), variances);
    }
    return variances;
  }

  private void sideBySide(Symmetric inverse, double[] variances) {
    double[][] block = scratch(Math.min(Kernels.CHOSEN.lanes(), count));
    double[][] scratch = Kernels.CHOSEN.scratch(inverse.size(), block.length);
    for (int from = 0; from < count; from += block.length) {
      int here = Math.min(block.length, count - from);
      inverse.forms(kept(from, here, block), here, scratch, variances, from);
    }
    Doubles.floor(variances);
  }

  /** Context, candidate, crosses. */
  private static final class Full extends Rows {

    private final Slate slate;
    private double[] row = NONE;

    Full(Slate slate) {
      super(slate.size());
      this.slate = slate;
    }

    @Override
    double[] row(int i) {
      if (row == NONE) {
        row = new double[written()];
      }
      return row(i, row);
    }

    @Override
    double[] row(int i, double[] own) {
      slate.schema().expand(slate, i, own);
      return own;
    }

    @Override
    int written() {
      return slate.schema().width();
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

    @Override
    double[] row(int i, double[] own) {
      return row(i);
    }

    @Override
    int written() {
      return 0;
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

    @Override
    double[] row(int i, double[] own) {
      return row;
    }

    @Override
    int written() {
      return 0;
    }
  }
}
