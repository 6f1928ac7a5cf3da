package net.alogins.oo.http;

import net.alogins.oo.context.Attributes;
import net.alogins.oo.id.UserId;

/**
 * What a host knows about a moment beside what was said with a question. It is asked for every tip,
 * from any thread: a look into memory.
 */
@FunctionalInterface
public interface Moment {

  /** Nothing more. */
  Moment AS_SAID = (user, said) -> said;

  /** What was said, and what is known of {@code user} now. */
  Attributes of(UserId user, Attributes said);
}
