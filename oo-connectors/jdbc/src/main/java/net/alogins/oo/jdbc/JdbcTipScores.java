package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.RECOMMENDER_SLATES;

import java.util.List;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.generated.tables.RecommenderSlates;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;
import org.jooq.Condition;

/** Scores in the table of the recommender module: one row for each policy and tip. */
final class JdbcTipScores implements TipScores {

  private static final RecommenderSlates T = RECOMMENDER_SLATES;

  private final Database database;
  private final String tenant;
  private final String insert;

  JdbcTipScores(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
    this.insert =
        database.text(
            sql ->
                sql.insertInto(T)
                    .columns(T.TENANT, T.SUBJECT, T.TIP, T.POLICY, T.CANDIDATES, T.FEATURES)
                    .values("", "", "", "", "", new byte[0])
                    .onConflictDoNothing());
  }

  @Override
  public void write(UserId user, List<TipScore> scores) {
    if (scores.isEmpty()) {
      return;
    }
    TipScore first = scores.get(0);
    StoredSlate slate = StoredSlate.of(scores);
    database.change(
        tx ->
            Asking.tell(
                tx,
                insert,
                tenant,
                user.value(),
                first.tip().toString(),
                first.policy(),
                slate.candidates(),
                slate.features()));
  }

  @Override
  public List<TipScore> of(UserId user, TipId tip) {
    return database
        .read(reader -> reader.selectFrom(T).where(keyed(user, tip)).orderBy(T.POLICY).fetch())
        .stream()
        .flatMap(
            row ->
                new StoredSlate(row.get(T.CANDIDATES), row.get(T.FEATURES))
                    .scores(tip, row.get(T.POLICY)).stream())
        .toList();
  }

  @Override
  public void forget(UserId user, TipId tip) {
    database.change(tx -> tx.deleteFrom(T).where(keyed(user, tip)).execute());
  }

  private Condition keyed(UserId user, TipId tip) {
    return T.TENANT.eq(tenant).and(T.SUBJECT.eq(user.value())).and(T.TIP.eq(tip.toString()));
  }
}
