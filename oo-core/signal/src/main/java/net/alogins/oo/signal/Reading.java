package net.alogins.oo.signal;

/** What reads a message that another system has sent, let in by its connection. */
@FunctionalInterface
public interface Reading {

  /**
   * What is in the message.
   *
   * @throws ConnectorException if it is not of that system, or not understood
   */
  Push read(Access access) throws ConnectorException, InterruptedException;
}
