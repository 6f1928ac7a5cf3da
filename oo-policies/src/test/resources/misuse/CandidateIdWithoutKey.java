// compiler.err.cant.apply.symbol: a candidate has a key in its source
package misuse;

import net.alogins.oo.id.CandidateId;

final class CandidateIdWithoutKey {

  CandidateId id() {
    return new CandidateId("todotxt"); // wrong
    // right: return new CandidateId("todotxt", "1");
  }
}
