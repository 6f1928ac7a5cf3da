package net.alogins.oo.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something to do to a task in another system.
 *
 * @param id unique and stable, a UUID: whoever gets it twice does it once
 * @param verb what to do
 * @param key the task's key there
 * @param at when the person said so
 * @param day until when it is postponed, and for nothing else
 */
public record Command(String id, Verb verb, String key, Instant at, Optional<LocalDate> day) {

  /** What can be done to a task. */
  public enum Verb {
    /** It is done. */
    COMPLETE,
    /** It is not done after all. */
    REOPEN,
    /** It is due on another day; only for connectors that postpone. */
    POSTPONE
  }

  public Command {
    if (day.isPresent() != (verb == Verb.POSTPONE)) {
      throw new IllegalArgumentException(
          "a postponement must say until when, and nothing else may");
    }
  }

  /** One that needs no day. */
  public Command(String id, Verb verb, String key, Instant at) {
    this(id, verb, key, at, Optional.empty());
  }
}
