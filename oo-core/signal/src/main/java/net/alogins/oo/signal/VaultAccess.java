package net.alogins.oo.signal;

import java.time.Clock;
import java.time.Instant;
import net.alogins.oo.id.UserId;

/** The way in for one call; when that has ended, nothing is let in by it. */
final class VaultAccess implements Access, AutoCloseable {

  private final TokenVault vault;
  private final Connection of;
  private final Clock clock;
  private final Turn turn;
  private volatile boolean isOver;

  VaultAccess(TokenVault vault, Connection of, Clock clock) {
    this(vault, of, clock, new Turn());
  }

  /** The same for a sync, until its turn is over. */
  VaultAccess(TokenVault vault, Connection of, Clock clock, Turn turn) {
    this.vault = vault;
    this.of = of;
    this.clock = clock;
    this.turn = turn;
  }

  @Override
  public UserId user() {
    return of.user();
  }

  @Override
  public ConnectionId connection() {
    return of.id();
  }

  @Override
  public String target() {
    return of.target();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public <T> T with(Secret secret, TokenVault.Use<T> use)
      throws ConnectorException, InterruptedException {
    turn.requireGoing();
    return vault
        .use(slot(secret), use)
        .orElseThrow(() -> ConnectorException.revoked("there is no secret to get in with"));
  }

  @Override
  public void replace(Secret secret, byte[] value) {
    change(() -> vault.put(slot(secret), value));
  }

  /** Makes a change of the connection, unless the turn is over. */
  void change(Runnable change) {
    turn.change(change);
  }

  private Slot slot(Secret secret) {
    if (isOver) {
      throw new IllegalStateException("access must be used during the call it was given for");
    }
    return slot(of, secret);
  }

  static Slot slot(Connection connection, Secret secret) {
    return new Slot(connection.user(), connection.connector(), connection.id(), secret);
  }

  @Override
  public void close() {
    isOver = true;
  }
}
