package net.alogins.oo.identity;

import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Something that somebody may have to answer for. Nobody's words, secrets or addresses are in it.
 *
 * @param by who does it
 * @param name what is done, such as {@code sign-in}; a few letters
 * @param whose whose it is that it is done to; empty when it is everybody's
 * @param about what it is about, such as the id of a tip, or the empty text; at most 256 characters
 */
public record AuditAct(UserId by, String name, Optional<UserId> whose, String about) {

  private static final int LONGEST = 256;

  public AuditAct {
    if (name.isBlank() || name.length() > LONGEST || about.length() > LONGEST) {
      throw new IllegalArgumentException(
          "an act must have a name and say what it is about, in at most 256 characters each");
    }
  }

  /** Something that {@code by} does to what is their own. */
  public static AuditAct own(UserId by, String name, String about) {
    return new AuditAct(by, name, Optional.of(by), about);
  }
}
