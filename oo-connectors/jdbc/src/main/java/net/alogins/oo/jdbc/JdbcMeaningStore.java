package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.MEANING_MEANINGS;
import static net.alogins.oo.jdbc.generated.Tables.MEANING_MODELS;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.generated.tables.MeaningMeanings;
import net.alogins.oo.jdbc.generated.tables.MeaningModels;
import net.alogins.oo.meaning.MeaningStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What texts mean, in the tables of the meaning module, beside the other stores of the same
 * database. It needs {@code oo-meaning}, which whoever wants it depends on anyway.
 */
public final class JdbcMeaningStore implements MeaningStore {

  private static final MeaningMeanings T = MEANING_MEANINGS;
  private static final MeaningModels M = MEANING_MODELS;

  /** Of what is old, at once: who puts something waits for it. */
  static final int MOST_DELETED = 1_000;

  private final Database database;
  private final String tenant;

  private JdbcMeaningStore(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
  }

  /** The meanings of the tenant of {@code stores}, as long as those are open. */
  public static MeaningStore in(SqliteStores stores) {
    return new JdbcMeaningStore(stores.database(), stores.tenant());
  }

  /** The meanings of the tenant of {@code stores}, as long as those are open. */
  public static MeaningStore in(PostgresStores stores) {
    return new JdbcMeaningStore(stores.database(), stores.tenant());
  }

  @Override
  public Optional<String> model(String alias) {
    return database.read(
        reader ->
            reader
                .select(M.MODEL)
                .from(M)
                .where(M.TENANT.eq(tenant).and(M.ALIAS.eq(alias)))
                .fetchOptional(M.MODEL));
  }

  @Override
  public Map<String, float[]> find(Collection<String> fingerprints, Instant since) {
    return database.read(
        reader ->
            reader
                .select(T.FINGERPRINT, T.NUMBERS)
                .from(T)
                .where(T.TENANT.eq(tenant).and(T.FINGERPRINT.in(fingerprints)))
                .and(T.KEPT.ge(since.toEpochMilli()))
                .fetchMap(row -> row.value1(), row -> floats(row.value2())));
  }

  @Override
  public void put(
      String alias, String model, Map<String, float[]> numbers, Instant now, Instant since) {
    database.change(
        tx -> {
          name(tx, alias, model);
          deleteSome(tx, since.toEpochMilli());
          new TreeMap<>(numbers).forEach((fingerprint, of) -> put(tx, fingerprint, of, now));
        });
  }

  /** The oldest; the rest goes later, and is not found. */
  private void deleteSome(DSLContext tx, long since) {
    Condition isOld = T.TENANT.eq(tenant).and(T.KEPT.lt(since));
    tx.deleteFrom(T)
        .where(T.TENANT.eq(tenant))
        .and(
            T.FINGERPRINT.in(
                DSL.select(T.FINGERPRINT).from(T).where(isOld).orderBy(T.KEPT).limit(MOST_DELETED)))
        .execute();
  }

  private void name(DSLContext tx, String alias, String model) {
    tx.insertInto(M)
        .columns(M.TENANT, M.ALIAS, M.MODEL)
        .values(tenant, alias, model)
        .onConflict(M.TENANT, M.ALIAS)
        .doUpdate()
        .set(M.MODEL, model)
        .execute();
  }

  private void put(DSLContext tx, String fingerprint, float[] numbers, Instant now) {
    tx.insertInto(T)
        .columns(T.TENANT, T.FINGERPRINT, T.NUMBERS, T.KEPT)
        .values(tenant, fingerprint, bytes(numbers), now.toEpochMilli())
        .onConflict(T.TENANT, T.FINGERPRINT)
        .doUpdate()
        .set(T.NUMBERS, bytes(numbers))
        .set(T.KEPT, now.toEpochMilli())
        .execute();
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    FloatBuffer all = ByteBuffer.wrap(bytes).asFloatBuffer();
    float[] numbers = new float[all.remaining()];
    all.get(numbers);
    return numbers;
  }
}
