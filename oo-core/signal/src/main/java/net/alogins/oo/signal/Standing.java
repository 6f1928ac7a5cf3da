package net.alogins.oo.signal;

import java.time.Instant;
import java.util.Optional;

/**
 * How a connection stands.
 *
 * @param connection which
 * @param state whether it is fine, in trouble, or waits for its person
 * @param synced when everything had been told last
 * @param trouble what the last attempt failed of, if it did
 * @param retry when it is tried again, if it failed
 */
public record Standing(
    Connection connection,
    State state,
    Optional<Instant> synced,
    Optional<ConnectorException.Kind> trouble,
    Optional<Instant> retry) {

  /** Whether it is fine. */
  public enum State {
    /** It is synced from time to time. */
    ACTIVE,
    /** The last attempts failed; it goes on trying, and what was known stands. */
    TROUBLED,
    /** It is not let in any more; it waits until its person connects again. */
    RECONNECT;

    /** How one stands after this trouble. */
    public static State after(ConnectorException.Kind trouble) {
      return trouble == ConnectorException.Kind.REVOKED ? RECONNECT : TROUBLED;
    }
  }
}
