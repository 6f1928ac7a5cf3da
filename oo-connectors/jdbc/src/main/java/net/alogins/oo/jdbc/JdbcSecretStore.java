package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.INTEGRATIONS_SECRETS;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.generated.tables.IntegrationsSecrets;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.vault.Sealed;
import net.alogins.oo.vault.SecretStore;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Sealed secrets in the table of the integrations module, beside the other stores of the same
 * database. It needs {@code oo-vault}, which whoever keeps secrets depends on anyway.
 */
public final class JdbcSecretStore implements SecretStore {

  private static final IntegrationsSecrets T = INTEGRATIONS_SECRETS;

  private final Database database;
  private final String tenant;

  private JdbcSecretStore(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
  }

  /** The secrets of the tenant of {@code stores}, as long as those are open. */
  public static SecretStore in(SqliteStores stores) {
    return new JdbcSecretStore(stores.database(), stores.tenant());
  }

  /** The secrets of the tenant of {@code stores}, as long as those are open. */
  public static SecretStore in(PostgresStores stores) {
    return new JdbcSecretStore(stores.database(), stores.tenant());
  }

  @Override
  public void put(Slot slot, Sealed sealed) {
    database.change(
        tx ->
            tx.insertInto(T)
                .columns(T.TENANT, T.CONNECTION, T.SECRET, T.SUBJECT, T.CONNECTOR, T.SEALED)
                .values(
                    tenant,
                    slot.connection().value(),
                    slot.secret().name(),
                    slot.user().value(),
                    slot.connector(),
                    sealed.bytes())
                .onConflict(T.TENANT, T.CONNECTION, T.SECRET, T.SUBJECT, T.CONNECTOR)
                .doUpdate()
                .set(T.SEALED, sealed.bytes())
                .execute());
  }

  @Override
  public Optional<Sealed> find(Slot slot) {
    return database.read(
        reader ->
            reader
                .select(T.SEALED)
                .from(T)
                .where(is(slot))
                .fetchOptional(found -> Sealed.of(found.value1())));
  }

  @Override
  public boolean replace(Slot slot, Sealed old, Sealed fresh) {
    return database.write(
            tx ->
                tx.update(T)
                    .set(T.SEALED, fresh.bytes())
                    .where(is(slot).and(T.SEALED.eq(old.bytes())))
                    .execute())
        > 0;
  }

  @Override
  public void remove(ConnectionId connection) {
    database.change(
        tx ->
            tx.deleteFrom(T)
                .where(T.TENANT.eq(tenant).and(T.CONNECTION.eq(connection.value())))
                .execute());
  }

  @Override
  public List<Kept> after(Optional<Slot> slot, int most) {
    return database.read(
        reader ->
            reader
                .selectFrom(T)
                .where(T.TENANT.eq(tenant).and(slot.map(this::isBehind).orElse(DSL.noCondition())))
                .orderBy(T.CONNECTION, T.SECRET, T.SUBJECT, T.CONNECTOR)
                .limit(most)
                .fetch(this::kept));
  }

  private Condition isBehind(Slot slot) {
    return row(T.CONNECTION, T.SECRET, T.SUBJECT, T.CONNECTOR)
        .gt(slot.connection().value(), slot.secret().name(), slot.user().value(), slot.connector());
  }

  private Kept kept(Record found) {
    return new Kept(
        new Slot(
            new UserId(found.get(T.SUBJECT)),
            found.get(T.CONNECTOR),
            new ConnectionId(found.get(T.CONNECTION)),
            Secret.valueOf(found.get(T.SECRET))),
        Sealed.of(found.get(T.SEALED)));
  }

  private Condition is(Slot slot) {
    return T.TENANT
        .eq(tenant)
        .and(T.CONNECTION.eq(slot.connection().value()))
        .and(T.SECRET.eq(slot.secret().name()))
        .and(T.SUBJECT.eq(slot.user().value()))
        .and(T.CONNECTOR.eq(slot.connector()));
  }
}
