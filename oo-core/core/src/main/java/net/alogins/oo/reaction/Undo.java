package net.alogins.oo.reaction;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;

/**
 * An answer is taken back; made by {@link Reaction}.
 *
 * @param tip which tip
 * @param id which press
 * @param target the answer taken back
 */
public record Undo(TipId tip, ReactionId id, ReactionId target) implements Reaction {

  private static final int LONGEST_NAME = 200;

  /** Takes back {@code target}; saying so twice is one fact. */
  public Undo(TipId tip, ReactionId target) {
    this(tip, new ReactionId("undo " + named(target.value())), target);
  }

  private static String named(String target) {
    return target.length() <= LONGEST_NAME
        ? target
        : UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public Undo id(ReactionId newId) {
    return new Undo(tip, newId, target);
  }
}
