package net.alogins.oo.reaction;

import java.util.Set;
import net.alogins.oo.event.Reacted.Kind;

/**
 * Everything that was said to one tip and not taken back, as a set: without order, without
 * repetition.
 *
 * @param kinds what was said
 * @param closed whether the time to answer is over
 */
public record Answers(Set<Kind> kinds, boolean closed) {

  public Answers {
    kinds = Set.copyOf(kinds);
  }
}
