// compiler.err.cant.apply.symbol: a text must be read to be an id
package misuse;

import net.alogins.oo.id.TipId;

final class TipIdFromText {

  TipId id() {
    return new TipId("0123456789abcdef0123456789abcdef"); // wrong
    // right: return TipId.parse("0123456789abcdef0123456789abcdef");
  }
}
