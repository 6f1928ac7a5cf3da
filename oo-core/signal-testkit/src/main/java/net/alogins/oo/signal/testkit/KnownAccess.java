package net.alogins.oo.signal.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.TokenVault;

/** A way in for tests of a connector, with secrets that the test knows. */
public final class KnownAccess implements Access {

  private final Connection connection;
  private final MemoryVault vault = new MemoryVault();
  private final Instant now;

  private KnownAccess(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /** The way of {@code user} into the system at {@code target}. */
  public static KnownAccess to(
      String connector, UserId user, String target, Secrets secrets, Instant now) {
    KnownAccess access =
        new KnownAccess(
            new Connection(new ConnectionId("known"), user, connector, target, true), now);
    secrets.putInto(access.vault, access.connection);
    return access;
  }

  @Override
  public UserId user() {
    return connection.user();
  }

  @Override
  public ConnectionId connection() {
    return connection.id();
  }

  @Override
  public String target() {
    return connection.target();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public <T> T with(Secret secret, TokenVault.Use<T> use)
      throws ConnectorException, InterruptedException {
    return vault
        .use(slot(secret), use)
        .orElseThrow(() -> ConnectorException.revoked("there is no such secret"));
  }

  @Override
  public void replace(Secret secret, byte[] value) {
    vault.put(slot(secret), value);
  }

  /** The secret as it is now. */
  public String secret(Secret secret) throws ConnectorException, InterruptedException {
    return with(secret, bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private Slot slot(Secret secret) {
    return new Slot(connection.user(), connection.connector(), connection.id(), secret);
  }
}
