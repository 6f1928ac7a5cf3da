package net.alogins.oo.remote;

import java.util.Optional;
import net.alogins.oo.signal.OneLine;

/** Text of others, as a person may be shown it in one line. */
public final class Text {

  private Text() {}

  /**
   * {@code text} in one line, without control characters, at most so many characters of it and an
   * ellipsis; empty if there is nothing to see.
   */
  public static Optional<String> line(String text, int longest) {
    return OneLine.of(text, longest);
  }
}
