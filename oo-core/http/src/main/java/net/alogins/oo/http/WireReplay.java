package net.alogins.oo.http;

import java.util.Optional;
import net.alogins.oo.tip.Replay;

/** What came of making a decision again, on the wire. */
record WireReplay(String verdict, Optional<String> detail) {

  static WireReplay of(Replay replay) {
    if (replay instanceof Replay.Different different) {
      return new WireReplay("different", Optional.of(different.where()));
    } else if (replay instanceof Replay.NotReexecutable gone) {
      return new WireReplay("not-reexecutable", Optional.of(gone.why()));
    }
    return new WireReplay("identical", Optional.empty());
  }
}
