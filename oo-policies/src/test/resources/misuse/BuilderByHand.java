// compiler.err.not.def.public.cant.access: a builder comes from its sources and its policy
package misuse;

import java.util.List;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.policies.Policies;

final class BuilderByHand {

  Builder made(CandidateSource source) {
    return new Builder(List.of(source), Policies.standard()); // wrong
    // right: return Recommender.from(source).choosingWith(Policies.standard());
  }
}
