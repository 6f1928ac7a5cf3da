package net.alogins.oo.http;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.reaction.DeadLetter;

/** What could not be learned, on the wire. */
record WireDeadLetters(List<Letter> deadLetters) {

  /** One of them. */
  record Letter(long seq, String user, String tip, Instant at, String cause, boolean redriven) {

    static Letter of(DeadLetter letter) {
      return new Letter(
          letter.seq(),
          letter.user().value(),
          letter.tip().toString(),
          letter.at(),
          letter.cause(),
          letter.redriven());
    }
  }

  static WireDeadLetters of(List<DeadLetter> letters) {
    return new WireDeadLetters(letters.stream().map(Letter::of).toList());
  }
}
