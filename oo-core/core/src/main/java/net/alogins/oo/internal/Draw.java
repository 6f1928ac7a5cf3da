package net.alogins.oo.internal;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;

/** The draw of one candidate from exactly the probabilities that are logged. */
final class Draw {

  private Draw() {}

  /** An index, drawn with its propensity; never one whose propensity is 0. */
  static int from(Ranking ranking, RandomGenerator random) {
    double left = random.nextDouble();
    int last = 0;
    for (int i = 0; i < ranking.size(); i++) {
      double propensity = ranking.propensities().get(i);
      if (propensity > 0) {
        last = i;
        left -= propensity;
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }
}
