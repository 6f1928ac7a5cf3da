package net.alogins.oo.policies;

import java.util.Arrays;
import net.alogins.oo.event.DoubleColumn;

/** The best candidate of each draw, and of its opposite; equals take turns. */
final class Ballot {

  private final int size;
  private final int draws;

  /** Of the first draw, of its opposite, of the second, ... */
  private final double[] most;

  private final int[] best;

  /**
   * @param means one for each candidate
   * @param away how far each may be from its mean, {@code draws} values each
   */
  Ballot(DoubleColumn means, float[] away, int draws) {
    this.size = means.size();
    this.draws = draws;
    this.most = new double[2 * draws];
    this.best = new int[2 * draws];
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < size; i++) {
      look(i, means.get(i), away);
    }
  }

  private void look(int candidate, double mean, float[] away) {
    for (int k = 0; k < draws; k++) {
      float value = away[candidate * draws + k];
      look(candidate, 2 * k, mean + value);
      look(candidate, 2 * k + 1, mean - value);
    }
  }

  private void look(int candidate, int vote, double value) {
    if (value > most[vote] || (value == most[vote] && isSooner(candidate, best[vote], vote))) {
      most[vote] = value;
      best[vote] = candidate;
    }
  }

  /** Of equals, vote v goes to the first from candidate v on. */
  private boolean isSooner(int candidate, int other, int vote) {
    return Math.floorMod(candidate - vote, size) < Math.floorMod(other - vote, size);
  }

  /** Adds the first {@code votes} to those that each candidate has. */
  void count(int votes, int[] votesFor) {
    for (int vote = 0; vote < votes; vote++) {
      votesFor[best[vote]]++;
    }
  }
}
