package net.alogins.oo.signal.testkit;

/**
 * What a connector, and the system behind it, may be capable of. The contract asks for what is
 * claimed, and holds who does not claim something to not doing it.
 */
public enum Capability {
  /** Tasks are completed and reopened there by way of the connector. */
  WRITES,
  /** It is asked, so that it may be away. */
  FAILS,
  /** It may let somebody in no more. */
  REFUSES,
  /** It may ask to wait. */
  THROTTLES,
  /** What it says is read, so that it may be nonsense. */
  ANSWERS
}
