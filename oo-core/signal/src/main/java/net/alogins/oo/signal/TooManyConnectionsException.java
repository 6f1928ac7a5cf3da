package net.alogins.oo.signal;

import java.io.Serial;

/** A person has as many connections as anybody may. */
public final class TooManyConnectionsException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  TooManyConnectionsException() {
    super("connections of a person must be at most " + Connections.MOST_OF_A_PERSON);
  }
}
