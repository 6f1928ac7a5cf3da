// compiler.err.cant.apply.symbol: a ranking says how likely each is drawn
package misuse;

import net.alogins.oo.policy.Ranking;

final class RankingWithoutProbabilities {

  Ranking of(double[] scores, double[] probabilities) {
    return Ranking.of(scores); // wrong
    // right: return Ranking.of(scores, probabilities);
  }
}
