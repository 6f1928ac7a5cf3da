package net.alogins.oo.signal;

import java.time.Instant;
import net.alogins.oo.id.UserId;

/** How a connector gets in for one connection, during one call. */
public interface Access {

  /** Whose connection it is. */
  UserId user();

  /** Which connection it is. */
  ConnectionId connection();

  /** Where the other system is, or what in it is meant, as was said when it was connected. */
  String target();

  /** The time that due dates are judged by, and tokens expire by. */
  Instant now();

  /**
   * What {@code use} makes of one of the connection's secrets, whose bytes are wiped afterwards.
   *
   * @throws ConnectorException what {@code use} throws; {@linkplain ConnectorException#revoked
   *     revoked} if there is no such secret
   */
  <T> T with(Secret secret, TokenVault.Use<T> use) throws ConnectorException, InterruptedException;

  /** Keeps a secret that the other system has handed out in the place of the one before. */
  void replace(Secret secret, byte[] value);
}
