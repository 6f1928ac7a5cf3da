package net.alogins.oo.benchmarks.tipsim;

import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.policies.simulation.Chore;
import net.alogins.oo.policies.simulation.Moment;
import net.alogins.oo.policies.simulation.Outcome;
import net.alogins.oo.policies.simulation.Player;

/** What a list does without learning: urgent and due first, a coin among equals. */
final class PriorityRule implements Player {

  private static final double COIN = 1e-3;

  private final SplittableRandom coin;

  PriorityRule(int seed) {
    this.coin = new SplittableRandom(seed);
  }

  @Override
  public int choose(long number, int person, Moment moment, List<Chore> chores) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < chores.size(); i++) {
      double score = chores.get(i).priority() - chores.get(i).due() + COIN * coin.nextDouble();
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  @Override
  public void hear(Tip tip, Outcome outcome, double hours) {}
}
