// compiler.err.cant.apply.symbol: a source is not a policy
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.policies.Policies;

final class SourceAsPolicy {

  Recommender made(CandidateSource source) {
    return Recommender.from(source).choosingWith(source).build(); // wrong
    // right: return Recommender.from(source).choosingWith(Policies.standard()).build();
  }
}
