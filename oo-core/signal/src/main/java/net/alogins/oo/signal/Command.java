package net.alogins.oo.signal;

import java.time.Instant;

/**
 * Something to do to a task in another system.
 *
 * @param id unique and stable, a UUID: whoever gets it twice does it once
 * @param verb what to do
 * @param key the task's key there
 * @param at when the person said so
 */
public record Command(String id, Verb verb, String key, Instant at) {

  /** What can be done to a task. */
  public enum Verb {
    /** It is done. */
    COMPLETE,
    /** It is not done after all. */
    REOPEN
  }
}
