package net.alogins.oo.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An audit log in memory, for tests: when the process ends, nobody did anything. */
public final class InMemoryAuditLog implements AuditLog {

  private final List<AuditEntry> entries = new ArrayList<>();

  /** Makes one without entries. */
  public InMemoryAuditLog() {}

  @Override
  public synchronized AuditEntry append(AuditAct act, Instant at) {
    AuditEntry entry = AuditEntry.after(end(), act, at);
    entries.add(entry);
    return entry;
  }

  @Override
  public synchronized List<AuditEntry> read(long seq, int limit) {
    return entries.stream().filter(entry -> entry.seq() > seq).limit(limit).toList();
  }

  @Override
  public synchronized AuditEntry.End end() {
    return entries.isEmpty() ? AuditEntry.End.NONE : entries.get(entries.size() - 1).end();
  }
}
