package net.alogins.oo.policies;

import java.util.AbstractList;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Slate;

/**
 * What each feature that tells candidates apart added to a linear score, without those that added
 * nothing. Each is made when it is looked at: whoever wants the loudest does not keep the others.
 */
final class Contributions extends AbstractList<Contribution> {

  private final FeatureSchema schema;
  private final double[] amounts;
  private final int[] columns;

  /** Of the score of candidate {@code index}, with one weight for each column of a full row. */
  Contributions(double[] weights, Slate slate, int index) {
    schema = slate.schema();
    amounts = new double[weights.length];
    schema.expand(slate, index, amounts);
    int count = 0;
    for (int j = schema.contextWidth(); j < amounts.length; j++) {
      amounts[j] *= weights[j];
      count += amounts[j] == 0 ? 0 : 1;
    }
    columns = new int[count];
    for (int j = amounts.length - 1; count > 0; j--) {
      if (amounts[j] != 0) {
        columns[--count] = j;
      }
    }
  }

  @Override
  public int size() {
    return columns.length;
  }

  @Override
  public Contribution get(int i) {
    return new Contribution(schema.columns().get(columns[i]), amounts[columns[i]]);
  }
}
