// compiler.err.cant.apply.symbol: there is nothing to choose from
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.policies.Policies;

final class RecommenderWithoutSource {

  Recommender made(CandidateSource source) {
    return Recommender.from().choosingWith(Policies.standard()).build(); // wrong
    // right: return Recommender.from(source).choosingWith(Policies.standard()).build();
  }
}
