package net.alogins.oo.policies;

import net.alogins.oo.event.DoubleColumn;

/** The best candidate of each draw, and of its opposite; equals take turns. */
final class Ballot {

  private final DoubleColumn means;
  private final float[] away;
  private final int draws;

  /**
   * @param means one for each candidate
   * @param away how far each may be from its mean, {@code draws} values each
   */
  Ballot(DoubleColumn means, float[] away, int draws) {
    this.means = means;
    this.away = away;
    this.draws = draws;
  }

  /** Adds the first {@code votes} to those that each candidate has. */
  void count(int votes, int[] votesFor) {
    for (int vote = 0; vote < votes; vote += 2) {
      count(vote, vote + 1 < votes, votesFor);
    }
  }

  /** Adds one vote, and the one of the opposite if that has one: each draw by itself is fastest. */
  private void count(int vote, boolean isTwice, int[] votesFor) {
    int best = 0;
    int bestOpposite = 0;
    double most = Double.NEGATIVE_INFINITY;
    double mostOpposite = most;
    for (int i = 0, at = vote / 2; i < means.size(); i++, at += draws) {
      double value = means.get(i) + away[at];
      double opposite = means.get(i) - away[at];
      if (value >= most && (value > most || isSooner(i, best, vote))) {
        most = value;
        best = i;
      }
      if (opposite >= mostOpposite
          && (opposite > mostOpposite || isSooner(i, bestOpposite, vote + 1))) {
        mostOpposite = opposite;
        bestOpposite = i;
      }
    }
    votesFor[best]++;
    votesFor[bestOpposite] += isTwice ? 1 : 0;
  }

  /** Of equals, vote v goes to the first from candidate v on. */
  private boolean isSooner(int candidate, int other, int vote) {
    int size = means.size();
    return Math.floorMod(candidate - vote, size) < Math.floorMod(other - vote, size);
  }
}
