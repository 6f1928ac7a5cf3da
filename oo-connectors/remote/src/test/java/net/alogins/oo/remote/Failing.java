package net.alogins.oo.remote;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.alogins.oo.signal.ConnectorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call fails of. */
public final class Failing {

  private Failing() {}

  /** The failure of a call that must fail. */
  public static ConnectorException of(ThrowingCallable call) {
    return catchThrowableOfType(ConnectorException.class, call);
  }
}
