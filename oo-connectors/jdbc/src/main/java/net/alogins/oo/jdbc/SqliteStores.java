package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.Stores;
import net.alogins.oo.id.TenantId;

/**
 * Every store of one tenant in one SQLite file: what was acknowledged survives a crash of the
 * process and of the machine (write-ahead log, {@code synchronous=FULL}).
 *
 * <p>The file belongs to one process at a time, which a lock on {@code <file>.lock} ensures. Only
 * its owner may read it. Close it after the recommender.
 */
public final class SqliteStores implements AutoCloseable {

  private final Claim claim;
  private final SqliteFile file;
  private final Database database;
  private final TenantId tenant;
  private final Stores stores;

  private SqliteStores(Claim claim, SqliteFile file, TenantId tenant) {
    this.claim = claim;
    this.file = file;
    this.database = file.database();
    this.tenant = tenant;
    Database later = file.flushedLater();
    this.stores =
        new Stores(
            new JdbcEventLog(database, tenant, new Arrivals.None(), duty -> true),
            new JdbcProfileStore(database, tenant),
            new JdbcTipScores(later, tenant),
            new JdbcStateStore(database, later, tenant));
  }

  /**
   * Opens {@code path}, which is made if it is not there, and brings it up to date.
   *
   * @throws StoreInUseException if another process, or another part of this one, has it open
   * @throws NewerStoreException if a newer oO wrote it; nothing was changed then
   * @throws StoreException if it cannot be read or written
   */
  public static SqliteStores open(Path path, TenantId tenant) {
    Claim claim = Claim.on(path);
    try {
      return open(claim, SqliteFile.open(path), tenant);
    } catch (RuntimeException failure) {
      claim.close();
      throw failure;
    }
  }

  private static SqliteStores open(Claim claim, SqliteFile file, TenantId tenant) {
    try {
      return new SqliteStores(claim, file, tenant);
    } catch (RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  /**
   * Copies the file {@code database}, as it is at one moment, to {@code target}, while any process
   * may be writing to it. The copy appears when it is complete, checked and flushed; only its owner
   * may read it.
   *
   * @throws StoreException if {@code database} is not there, cannot be read or is damaged, or
   *     {@code target} exists or cannot be written
   */
  public static void backup(Path database, Path target) {
    SqliteBackup.make(database, target);
  }

  /**
   * Puts a copy of {@code backup}, checked row by row and brought up to date, at {@code database},
   * where nothing must be.
   *
   * @throws StoreInUseException if {@code database} is in use
   * @throws NewerStoreException if a newer oO made the backup
   * @throws StoreException if {@code database} exists, or the backup cannot be read or is damaged
   */
  public static void restore(Path backup, Path database) {
    SqliteBackup.restore(backup, database);
  }

  /** The stores; what {@code Builder.stores} takes. */
  public Stores stores() {
    return stores;
  }

  Database database() {
    return database;
  }

  TenantId tenant() {
    return tenant;
  }

  /** Lets go of the file; twice is fine. */
  @Override
  public void close() {
    file.close();
    claim.close();
  }
}
