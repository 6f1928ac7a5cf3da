// compiler.err.cant.apply.symbol: what a language model wrote names model and prompt
package misuse;

import net.alogins.oo.candidate.Provenance;

final class GeneratedWithoutPrompt {

  Provenance written() {
    return new Provenance.Generated("tips"); // wrong
    // right: return new Provenance.Generated("tips", "model", "v1");
  }
}
