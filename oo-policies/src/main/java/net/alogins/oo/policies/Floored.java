package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Ranking;

/** Another exploration, with a part spread evenly over all candidates. */
final class Floored extends Exploration {

  private final Exploration rest;
  private final double least;

  /**
   * @param least above 0; raised to what n candidates need to have {@link Ranking#SMALLEST} each
   */
  Floored(Exploration rest, double least) {
    this.rest = rest;
    this.least = least;
  }

  @Override
  String name() {
    return rest.name() + "-floor-" + least;
  }

  @Override
  Ranking rank(Belief belief, RandomGenerator random) {
    Ranking ranking = rest.rank(belief, random);
    int n = ranking.size();
    double floor = StrictMath.max(least, n * Ranking.SMALLEST);
    DoubleColumn.Builder propensities = DoubleColumn.builder(n);
    for (int i = 0; i < n; i++) {
      propensities.set(i, (1 - floor) * ranking.propensities().get(i) + floor / n);
    }
    return new Ranking(ranking.scores(), propensities.build());
  }
}
