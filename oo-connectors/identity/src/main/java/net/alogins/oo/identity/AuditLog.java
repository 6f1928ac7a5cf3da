package net.alogins.oo.identity;

import java.time.Instant;
import java.util.List;

/**
 * Where it is written down who did what that they may have to answer for. Entries are added, and
 * never changed or removed. Calls may come from any thread, and of any process that has the same
 * store.
 */
public interface AuditLog {

  /** Adds {@code act}, which is done at {@code at}: durable on return. Its entry. */
  AuditEntry append(AuditAct act, Instant at);

  /**
   * Up to {@code limit} entries after number {@code seq}, in order, whether they are whole or not.
   */
  List<AuditEntry> read(long seq, int limit);

  /** Where it ends, as it is noted beside the entries. */
  AuditEntry.End end();
}
