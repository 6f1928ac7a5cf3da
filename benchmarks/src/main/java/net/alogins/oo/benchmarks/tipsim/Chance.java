package net.alogins.oo.benchmarks.tipsim;

import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.policies.simulation.Chore;
import net.alogins.oo.policies.simulation.Moment;
import net.alogins.oo.policies.simulation.Outcome;
import net.alogins.oo.policies.simulation.Player;

/** Anything, all equally likely: the zero of the closed-loop norm. */
final class Chance implements Player {

  private final SplittableRandom random;

  Chance(int seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public int choose(long number, int person, Moment moment, List<Chore> chores) {
    return random.nextInt(chores.size());
  }

  @Override
  public void hear(Tip tip, Outcome outcome, double hours) {}
}
