package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.IDENTITY_AUDIT;
import static net.alogins.oo.jdbc.generated.Tables.IDENTITY_AUDIT_END;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.identity.AuditAct;
import net.alogins.oo.identity.AuditEntry;
import net.alogins.oo.identity.AuditLog;
import net.alogins.oo.jdbc.generated.tables.IdentityAudit;
import net.alogins.oo.jdbc.generated.tables.IdentityAuditEnd;
import org.jooq.DSLContext;

/**
 * The audit log in tables of the identity module, beside the other stores of the same database: its
 * entries, and where it ends. It needs {@code oo-identity}.
 */
public final class JdbcAuditLog implements AuditLog {

  private static final IdentityAudit A = IDENTITY_AUDIT;
  private static final IdentityAuditEnd E = IDENTITY_AUDIT_END;

  private final Database database;
  private final String tenant;

  private JdbcAuditLog(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
  }

  /** The audit log of the tenant of {@code stores}, as long as those are open. */
  public static AuditLog in(SqliteStores stores) {
    return new JdbcAuditLog(stores.database(), stores.tenant());
  }

  /** The audit log of the tenant of {@code stores}, as long as those are open. */
  public static AuditLog in(PostgresStores stores) {
    return new JdbcAuditLog(stores.database(), stores.tenant());
  }

  @Override
  public AuditEntry append(AuditAct act, Instant at) {
    return database.write(
        tx -> {
          takeTurn(tx);
          AuditEntry entry = AuditEntry.after(end(tx), act, at);
          insert(tx, entry);
          tx.update(E)
              .set(E.SEQ, entry.seq())
              .set(E.HASH, entry.hash())
              .where(E.TENANT.eq(tenant))
              .execute();
          return entry;
        });
  }

  /** From here to the end of the transaction, nobody else adds an entry. */
  private void takeTurn(DSLContext tx) {
    tx.insertInto(E)
        .columns(E.TENANT, E.SEQ, E.HASH)
        .values(tenant, AuditEntry.End.NONE.seq(), AuditEntry.End.NONE.hash())
        .onConflict(E.TENANT)
        .doUpdate()
        .set(E.SEQ, E.SEQ)
        .execute();
  }

  private void insert(DSLContext tx, AuditEntry entry) {
    tx.insertInto(A)
        .columns(A.TENANT, A.SEQ, A.AT_MILLIS, A.ACTOR, A.ACT, A.WHOSE, A.ABOUT, A.HASH)
        .values(
            tenant,
            entry.seq(),
            entry.at().toEpochMilli(),
            entry.by(),
            entry.act(),
            entry.whose(),
            entry.about(),
            entry.hash())
        .execute();
  }

  @Override
  public List<AuditEntry> read(long seq, int limit) {
    return database.read(
        reader ->
            reader
                .select(A.SEQ, A.AT_MILLIS, A.ACTOR, A.ACT, A.WHOSE, A.ABOUT, A.HASH)
                .from(A)
                .where(A.TENANT.eq(tenant).and(A.SEQ.gt(seq)))
                .orderBy(A.SEQ)
                .limit(limit)
                .fetch(
                    row ->
                        new AuditEntry(
                            row.value1(),
                            Instant.ofEpochMilli(row.value2()),
                            row.value3(),
                            row.value4(),
                            row.value5(),
                            row.value6(),
                            row.value7())));
  }

  @Override
  public AuditEntry.End end() {
    return database.read(this::end);
  }

  private AuditEntry.End end(DSLContext reader) {
    return reader
        .select(E.SEQ, E.HASH)
        .from(E)
        .where(E.TENANT.eq(tenant))
        .fetchOptional(row -> new AuditEntry.End(row.value1(), row.value2()))
        .orElse(AuditEntry.End.NONE);
  }
}
