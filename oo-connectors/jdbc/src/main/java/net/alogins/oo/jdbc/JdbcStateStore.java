package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.RECOMMENDER_OWNS;
import static net.alogins.oo.jdbc.generated.Tables.RECOMMENDER_STATES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

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
  private static final long NONE = -1;
  private static final String OWN =
      "select seq, body from recommender_owns"
          + " where tenant = ? and policy = ? and configuration = ? and subject = ? and seq <= ?"
          + " order by seq desc limit 1";

  private final Database database;
  private final String tenant;

  JdbcStateStore(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
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
    return database.ask(
        OWN,
        rows ->
            rows.next()
                ? Optional.of(new Saved(rows.getLong(1), rows.getBytes(2)))
                : Optional.empty(),
        tenant,
        key.policy(),
        key.configuration(),
        user.value(),
        atMost);
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
    database.change(
        tx -> {
          long base = newest(tx, shared(key).and(S.IS_BASE));
          long last = newest(tx, shared(key));
          people.forEach(
              (user, saved) -> {
                insert(tx, key, user, saved);
                prune(tx, own(key, user), base, last);
              });
        });
  }

  private void insert(DSLContext tx, StateKey key, UserId user, Saved saved) {
    tx.insertInto(O)
        .columns(O.TENANT, O.POLICY, O.CONFIGURATION, O.SUBJECT, O.SEQ, O.BODY)
        .values(tenant, key.policy(), key.configuration(), user.value(), saved.seq(), saved.body())
        .onConflict(O.TENANT, O.POLICY, O.CONFIGURATION, O.SUBJECT, O.SEQ)
        .doUpdate()
        .set(O.BODY, saved.body())
        .execute();
  }

  private static void prune(DSLContext tx, Condition mine, long base, long last) {
    tx.deleteFrom(O)
        .where(mine)
        .and(O.SEQ.ne(newestOwn(mine, Long.MAX_VALUE)))
        .and(O.SEQ.ne(newestOwn(mine, base)))
        .and(O.SEQ.ne(newestOwn(mine, last)))
        .execute();
  }

  private static Field<Long> newestOwn(Condition mine, long atMost) {
    Select<Record1<Long>> newest =
        select(coalesce(max(O.SEQ), val(NONE))).from(O).where(mine.and(O.SEQ.le(atMost)));
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

  private Condition own(StateKey key, UserId user) {
    return own(key).and(O.SUBJECT.eq(user.value()));
  }
}
