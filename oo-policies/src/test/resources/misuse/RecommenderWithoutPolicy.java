// compiler.err.cant.resolve.location.args: nobody chooses
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.policies.Policies;

final class RecommenderWithoutPolicy {

  Recommender made(CandidateSource source) {
    return Recommender.from(source).build(); // wrong
    // right: return Recommender.from(source).choosingWith(Policies.standard()).build();
  }
}
