package net.alogins.oo.signal;

import java.net.URI;

/**
 * How a person lets a connector in on the other system's own pages: they are sent to one, and come
 * back to ours with a code, for which a secret is had (RFC 6749, section 4.1). Where they come back
 * to is between the connector and its system.
 */
public interface Permission {

  /**
   * The page that asks the person.
   *
   * @param state what they are to come back with, so that nobody else can come in their place
   * @param mayWrite whether to ask for completing tasks, too
   */
  URI page(String state, boolean mayWrite);

  /**
   * The secrets that {@code code} stands for, which is used up by that.
   *
   * @throws ConnectorException if there are none, {@linkplain ConnectorException#revoked revoked}
   *     if the code is not good
   */
  Secrets redeem(String code) throws ConnectorException, InterruptedException;
}
