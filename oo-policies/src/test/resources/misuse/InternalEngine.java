// compiler.err.package.not.visible: the engine is nobody's business
package misuse;

import net.alogins.oo.Recommender;
import net.alogins.oo.internal.Engine; // wrong

final class InternalEngine {

  String state(
      Engine recommender) { // wrong
      // right: Recommender recommender) {
    return recommender.toString();
  }
}
