// compiler.err.cant.apply.symbol: a candidate says who wrote it
package misuse;

import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.id.CandidateId;

final class CandidateWithoutProvenance {

  Candidate written(CandidateId id) {
    return Candidate.from(id, "Stretch"); // wrong
    // right: return Candidate.from(id, new Provenance.Generated("tips", "model", "v1"), "Stretch");
  }
}
