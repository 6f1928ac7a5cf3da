package net.alogins.oo.benchmarks.tipsim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.policies.simulation.Chore;
import net.alogins.oo.policies.simulation.Moment;
import net.alogins.oo.policies.simulation.Outcome;
import net.alogins.oo.policies.simulation.Player;

/**
 * The peer: a ridge regression for everybody (penalty 1), and one for each person (penalty 10) on
 * what the other leaves; always the best sum of both. It learns silence as soon as the world knows.
 */
final class TwoStage implements Player {

  private static final double SHARED = 1;
  private static final double OWN = 10;
  private static final int MOST_ONES = 10;
  private static final int WIDTH =
      1
          + Chore.KINDS
          + Chore.DURATIONS
          + Chore.PRIORITIES
          + Chore.DUES
          + Chore.KINDS * Moment.BUCKETS
          + Chore.DURATIONS * Moment.BUCKETS
          + Chore.KINDS
          + 2;

  private final Ridge everybody = new Ridge(WIDTH, SHARED);
  private final Map<Integer, Ridge> people = new HashMap<>();

  @Override
  public int choose(long number, int person, Moment moment, List<Chore> chores) {
    Ridge own = own(person);
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < chores.size(); i++) {
      int[] row = ones(moment, chores.get(i));
      double score = everybody.mean(row) + own.mean(row);
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  @Override
  public void hear(Tip tip, Outcome outcome, double hours) {
    Ridge own = own(tip.person());
    int[] row = ones(tip.moment(), tip.chore());
    double shared = everybody.mean(row);
    everybody.learn(row, outcome.reward() - own.mean(row));
    own.learn(row, outcome.reward() - shared);
  }

  private Ridge own(int person) {
    return people.computeIfAbsent(person, one -> new Ridge(WIDTH, OWN));
  }

  /** The columns that are 1: always, four properties, two crosses, weekend by kind, two flags. */
  private static int[] ones(Moment moment, Chore chore) {
    int[] ones = new int[MOST_ONES];
    int count = 1;
    int from = 1;
    ones[count++] = from + chore.kind();
    from += Chore.KINDS;
    ones[count++] = from + chore.duration();
    from += Chore.DURATIONS;
    ones[count++] = from + chore.priority();
    from += Chore.PRIORITIES;
    ones[count++] = from + chore.due();
    from += Chore.DUES;
    ones[count++] = from + chore.kind() * Moment.BUCKETS + moment.bucket();
    from += Chore.KINDS * Moment.BUCKETS;
    ones[count++] = from + chore.duration() * Moment.BUCKETS + moment.bucket();
    from += Chore.DURATIONS * Moment.BUCKETS;
    if (moment.isWeekend()) {
      ones[count++] = from + chore.kind();
    }
    from += Chore.KINDS;
    if (moment.isRecent()) {
      ones[count++] = from;
    }
    if (chore.wasShown()) {
      ones[count++] = from + 1;
    }
    return Arrays.copyOf(ones, count);
  }
}
