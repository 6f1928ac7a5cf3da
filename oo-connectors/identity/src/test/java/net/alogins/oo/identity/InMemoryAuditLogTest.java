package net.alogins.oo.identity;

class InMemoryAuditLogTest extends AuditLogContract {

  private final InMemoryAuditLog log = new InMemoryAuditLog();

  @Override
  protected AuditLog log() {
    return log;
  }
}
