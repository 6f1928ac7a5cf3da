package net.alogins.oo.signal;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Another system in which people keep what they have to do.
 *
 * <p>It has no state of its own: what it needs to go on is in the cursor, what it needs to be let
 * in is in the access. It is called from several threads, for one connection by one at a time, and
 * never while anybody waits for a tip. Crashes, repeats and delays are the caller's business: after
 * one, the same cursor is asked again. What it must do is bounded: it answers, or throws, within a
 * minute or so, reads bounded answers, and does not try again by itself.
 */
public interface Connector {

  /** Its name, which is the source in the ids of its tasks: 1 to 32 of {@code a-z0-9-}. */
  String name();

  /**
   * What has changed since {@code since}; without a cursor, everything that is open.
   *
   * @throws ConnectorException if there is no answer, which says what that means
   */
  Fetch fetch(Access access, Optional<Cursor> since)
      throws ConnectorException, InterruptedException;

  /** How people let it in on that system's pages, if they can; otherwise they paste a secret. */
  default Optional<Permission> permission() {
    return Optional.empty();
  }

  /** Whether a connection must say where the system is, or what in it is meant. */
  default boolean needsTarget() {
    return false;
  }

  /**
   * Whose connection it is in the words of that system, as it names them when it tells by itself
   * that something has changed; empty if it does not tell.
   *
   * @throws ConnectorException if there is no answer
   */
  default Optional<String> account(Access access) throws ConnectorException, InterruptedException {
    return Optional.empty();
  }

  /** Whether a connection may say where the system is; one that must may. */
  default boolean takesTarget() {
    return needsTarget();
  }

  /** The rule that a target breaks, in words that follow "must"; empty if there is none. */
  default Optional<String> objection(String target) {
    return Optional.empty();
  }

  /**
   * What makes the texts of secrets by which the other system is to be known here, so that a person
   * takes theirs there; empty if that system makes them, and its people bring theirs here.
   */
  default Optional<Supplier<String>> freshSecrets() {
    return Optional.empty();
  }

  /**
   * Whether people connect it by themselves; otherwise whoever runs this does that for them, as
   * with files on the same machine, or it is connected when it has something.
   */
  default boolean isOffered() {
    return true;
  }

  /**
   * Whether its tasks are pushed and kept here alone, so that one that is done here is gone without
   * that anybody there has to say so.
   */
  default boolean isPushed() {
    return false;
  }

  /**
   * Whether its connections are woken whenever something has happened here to their person, so that
   * the other system hears of it.
   */
  default boolean hears() {
    return false;
  }

  /** Whether tasks can be postponed there: whether {@link #execute} knows that verb. */
  default boolean postpones() {
    return false;
  }

  /**
   * Completes, reopens or postpones a task there. It is called at least once for each command, and
   * again with the same id until it returns. A task that is gone, or is so already, is left alone.
   *
   * @throws ConnectorException if that cannot be done now
   */
  default void execute(Access access, Command command)
      throws ConnectorException, InterruptedException {}

  /**
   * Makes what lets it in useless, as somebody disconnects; what is useless already is fine.
   *
   * @throws ConnectorException if that cannot be done now
   */
  default void revoke(Access access) throws ConnectorException, InterruptedException {}
}
