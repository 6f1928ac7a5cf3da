package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.RECOMMENDER_OWNS;
import static net.alogins.oo.jdbc.generated.Tables.RECOMMENDER_STATES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.generated.tables.RecommenderOwns;
import net.alogins.oo.jdbc.generated.tables.RecommenderStates;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** Snapshots in the tables of the recommender module; each saving is one transaction. */
final class JdbcStateStore implements StateStore {

  private static final RecommenderStates S = RECOMMENDER_STATES;
  private static final RecommenderOwns O = RECOMMENDER_OWNS;
  private static final RecommenderOwns NEWER = RECOMMENDER_OWNS.as("newer");
  private static final long NONE = -1;

  private final Database database;
  private final Database later;
  private final String tenant;
  private final String own;

  /**
   * What is written to {@code later} is durable when something is that is then written to {@code
   * database}: the people of a snapshot, which is there once its shared part is.
   */
  JdbcStateStore(Database database, Database later, TenantId tenant) {
    this.database = database;
    this.later = later;
    this.tenant = tenant.value();
    this.own =
        database.text(
            sql ->
                sql.select(O.SEQ, O.BODY)
                    .from(O)
                    .where(O.TENANT.eq("").and(O.POLICY.eq("")).and(O.CONFIGURATION.eq("")))
                    .and(O.SUBJECT.eq("").and(O.SEQ.le(NONE)))
                    .orderBy(O.SEQ.desc())
                    .limit(inline(1)));
  }

  @Override
  public Optional<Saved> shared(StateKey key, long atMost) {
    return database.read(
        reader ->
            reader
                .select(S.SEQ, S.BODY)
                .from(S)
                .where(shared(key).and(S.SEQ.le(atMost)))
                .orderBy(S.SEQ.desc())
                .limit(1)
                .fetchOptional(row -> new Saved(row.value1(), row.value2())));
  }

  @Override
  public Optional<Saved> own(StateKey key, UserId user, long atMost) {
    Object[] values = {tenant, key.policy(), key.configuration(), user.value(), atMost};
    return database.ask(reader -> reader.ask(own, JdbcStateStore::saved, values));
  }

  private static Optional<Saved> saved(ResultSet rows) throws SQLException {
    return rows.next()
        ? Optional.of(new Saved(rows.getLong(1), rows.getBytes(2)))
        : Optional.empty();
  }

  @Override
  public OptionalLong base(StateKey key) {
    long seq = database.read(reader -> newest(reader, shared(key).and(S.IS_BASE)));
    return seq == NONE ? OptionalLong.empty() : OptionalLong.of(seq);
  }

  private static long newest(DSLContext database, Condition wanted) {
    return database
        .select(coalesce(max(S.SEQ), val(NONE)))
        .from(S)
        .where(wanted)
        .fetchSingle()
        .value1();
  }

  @Override
  public void saveOwn(StateKey key, Map<UserId, Saved> people) {
    if (!people.isEmpty()) {
      later.change(
          tx -> {
            insert(tx, key, people);
            prune(tx, key, people.keySet().stream().map(UserId::value).toList());
          });
    }
  }

  /** All of them in one statement's batch, which is rendered and prepared once. */
  private void insert(DSLContext tx, StateKey key, Map<UserId, Saved> people) {
    tx.batch(
            tx.insertInto(O)
                .columns(O.TENANT, O.POLICY, O.CONFIGURATION, O.SUBJECT, O.SEQ, O.BODY)
                .values(tenant, key.policy(), key.configuration(), "", NONE, new byte[0])
                .onConflict(O.TENANT, O.POLICY, O.CONFIGURATION, O.SUBJECT, O.SEQ)
                .doUpdate()
                .set(O.BODY, excluded(O.BODY)))
        .bind(people.entrySet().stream().map(own -> row(key, own)).toArray(Object[][]::new))
        .execute();
  }

  private Object[] row(StateKey key, Map.Entry<UserId, Saved> own) {
    String user = own.getKey().value();
    Saved saved = own.getValue();
    return new Object[] {
      tenant, key.policy(), key.configuration(), user, saved.seq(), saved.body()
    };
  }

  private void prune(DSLContext tx, StateKey key, List<String> subjects) {
    long base = newest(tx, shared(key).and(S.IS_BASE));
    long last = newest(tx, shared(key));
    tx.deleteFrom(O)
        .where(own(key).and(O.SUBJECT.in(subjects)))
        .and(O.SEQ.ne(newestOwn(Long.MAX_VALUE)))
        .and(O.SEQ.ne(newestOwn(base)))
        .and(O.SEQ.ne(newestOwn(last)))
        .execute();
  }

  /** Of whomever the row is that is looked at. */
  private static Field<Long> newestOwn(long atMost) {
    Select<Record1<Long>> newest =
        select(coalesce(max(NEWER.SEQ), val(NONE)))
            .from(NEWER)
            .where(NEWER.TENANT.eq(O.TENANT))
            .and(NEWER.POLICY.eq(O.POLICY))
            .and(NEWER.CONFIGURATION.eq(O.CONFIGURATION))
            .and(NEWER.SUBJECT.eq(O.SUBJECT))
            .and(NEWER.SEQ.le(atMost));
    return newest.asField();
  }

  @Override
  public void saveShared(StateKey key, Saved shared, boolean isBase) {
    database.change(
        tx -> {
          insert(tx, key, shared);
          if (isBase) {
            tx.update(S).set(S.IS_BASE, S.SEQ.eq(shared.seq())).where(shared(key)).execute();
          }
          tx.deleteFrom(S)
              .where(shared(key).and(S.SEQ.lt(shared.seq())).andNot(S.IS_BASE))
              .execute();
        });
  }

  private void insert(DSLContext tx, StateKey key, Saved saved) {
    tx.insertInto(S)
        .columns(S.TENANT, S.POLICY, S.CONFIGURATION, S.SEQ, S.IS_BASE, S.BODY)
        .values(tenant, key.policy(), key.configuration(), saved.seq(), false, saved.body())
        .onConflict(S.TENANT, S.POLICY, S.CONFIGURATION, S.SEQ)
        .doUpdate()
        .set(S.BODY, saved.body())
        .execute();
  }

  @Override
  public void drop(StateKey key, long seq) {
    database.change(
        tx -> {
          tx.deleteFrom(S).where(shared(key).and(S.SEQ.gt(seq))).execute();
          tx.deleteFrom(O).where(own(key).and(O.SEQ.gt(seq))).execute();
        });
  }

  private Condition shared(StateKey key) {
    return S.TENANT
        .eq(tenant)
        .and(S.POLICY.eq(key.policy()))
        .and(S.CONFIGURATION.eq(key.configuration()));
  }

  private Condition own(StateKey key) {
    return O.TENANT
        .eq(tenant)
        .and(O.POLICY.eq(key.policy()))
        .and(O.CONFIGURATION.eq(key.configuration()));
  }
}
