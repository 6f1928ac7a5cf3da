package net.alogins.oo.todoist;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.alogins.oo.signal.ConnectorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call fails of. */
final class Failing {

  private Failing() {}

  static ConnectorException of(ThrowingCallable call) {
    return catchThrowableOfType(ConnectorException.class, call);
  }
}
