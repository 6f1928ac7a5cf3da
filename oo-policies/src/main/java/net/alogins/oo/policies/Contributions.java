package net.alogins.oo.policies;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Slate;

/**
 * What each feature that tells candidates apart added to a linear score, without those that added
 * nothing. Each is made when it is looked at: whoever wants the loudest does not keep the others.
 */
final class Contributions extends AbstractList<Contribution> {

  private static final double[] AS_IT_IS = new double[0];

  private final double[] weights;
  private final Slate slate;
  private final int index;

  /** The full row, where it says more than the candidate's own columns. */
  private final double[] row;

  /** Of the score of candidate {@code index}, with one weight for each column of a full row. */
  Contributions(double[] weights, Slate slate, int index) {
    this.weights = weights;
    this.slate = slate;
    this.index = index;
    this.row = hasCrosses(slate.schema()) ? new double[weights.length] : AS_IT_IS;
    if (row.length > 0) {
      slate.schema().expand(slate, index, row);
    }
  }

  private static boolean hasCrosses(FeatureSchema schema) {
    return schema.width() > schema.contextWidth() + schema.candidateWidth();
  }

  private double amount(int column) {
    FeatureSchema schema = slate.schema();
    double value =
        row.length > 0
            ? row[column]
            : slate
                .features()
                .get(index * schema.candidateWidth() + column - schema.contextWidth());
    return value * weights[column];
  }

  /** The first column from {@code from} on that added something, or the number of columns. */
  private int next(int from) {
    int column = from;
    while (column < weights.length && amount(column) == 0) {
      column++;
    }
    return column;
  }

  @Override
  public int size() {
    int count = 0;
    for (int j = slate.schema().contextWidth(); j < weights.length; j++) {
      count += amount(j) == 0 ? 0 : 1;
    }
    return count;
  }

  /** One after the other is faster. */
  @Override
  public Contribution get(int i) {
    Iterator<Contribution> each = iterator();
    for (int left = i; left > 0 && each.hasNext(); left--) {
      each.next();
    }
    if (i < 0 || !each.hasNext()) {
      throw new IndexOutOfBoundsException(i);
    }
    return each.next();
  }

  @Override
  public Iterator<Contribution> iterator() {
    return new Each();
  }

  private final class Each implements Iterator<Contribution> {

    private int column = Contributions.this.next(slate.schema().contextWidth());

    @Override
    public boolean hasNext() {
      return column < weights.length;
    }

    @Override
    public Contribution next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int at = column;
      column = Contributions.this.next(at + 1);
      return new Contribution(slate.schema().columns().get(at), amount(at));
    }
  }
}
