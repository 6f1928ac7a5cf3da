package net.alogins.oo.server;

import java.util.function.IntSupplier;
import net.alogins.oo.Stores;
import net.alogins.oo.identity.AuditLog;
import net.alogins.oo.identity.InMemoryAuditLog;
import net.alogins.oo.identity.InMemorySessionStore;
import net.alogins.oo.identity.SessionStore;
import net.alogins.oo.meaning.InMemoryMeaningStore;
import net.alogins.oo.meaning.MeaningStore;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.vault.InMemorySecretStore;
import net.alogins.oo.vault.SecretStore;

/**
 * The stores of a server, as long as it has them open.
 *
 * @param stores what a recommender takes
 * @param sessions where it is kept who has signed in
 * @param audit where it is written down who did what
 * @param connections what people have connected
 * @param secrets where tokens of other systems lie, sealed
 * @param meanings what texts mean, under fingerprints
 * @param processes how many processes have them open now, this one among them
 * @param closing lets go of them; twice is fine
 */
record Kept(
    Stores stores,
    SessionStore sessions,
    AuditLog audit,
    ConnectionStore connections,
    SecretStore secrets,
    MeaningStore meanings,
    IntSupplier processes,
    Runnable closing)
    implements AutoCloseable {

  /** Stores that one process at a time has open. */
  Kept(
      Stores stores,
      SessionStore sessions,
      AuditLog audit,
      ConnectionStore connections,
      SecretStore secrets,
      MeaningStore meanings,
      Runnable closing) {
    this(stores, sessions, audit, connections, secrets, meanings, () -> 1, closing);
  }

  /** Stores that forget who has signed in, who did what, and what they have connected. */
  Kept(Stores stores, Runnable closing) {
    this(
        stores,
        new InMemorySessionStore(),
        new InMemoryAuditLog(),
        new InMemoryConnectionStore(),
        new InMemorySecretStore(),
        new InMemoryMeaningStore(),
        closing);
  }

  @Override
  public void close() {
    closing.run();
  }
}
