package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.RECOMMENDER_TIP_SCORES;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.generated.tables.RecommenderTipScores;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Scores in the table of the recommender module; features are float32, big-endian. */
final class JdbcTipScores implements TipScores {

  private static final RecommenderTipScores T = RECOMMENDER_TIP_SCORES;

  private static final List<Field<?>> COLUMNS =
      List.of(
          T.TENANT,
          T.SUBJECT,
          T.TIP,
          T.POLICY,
          T.PLACE,
          T.CANDIDATE_SOURCE,
          T.CANDIDATE_KEY,
          T.FEATURES,
          T.SCORE,
          T.PROPENSITY,
          T.POLICY_SEQ,
          T.MICROS,
          T.PROMPT_VERSION,
          T.LLM_MODEL,
          T.TIP_KIND);

  private final Database database;
  private final String tenant;

  JdbcTipScores(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
  }

  @Override
  public void write(UserId user, List<TipScore> scores) {
    if (scores.isEmpty()) {
      return;
    }
    Object[][] rows =
        IntStream.range(0, scores.size())
            .mapToObj(i -> values(user, scores.get(i), i))
            .toArray(Object[][]::new);
    database.change(
        tx ->
            tx.batch(
                    tx.insertInto(T)
                        .columns(COLUMNS)
                        .values(new Object[COLUMNS.size()])
                        .onConflictDoNothing())
                .bind(rows)
                .execute());
  }

  private Object[] values(UserId user, TipScore score, int place) {
    return new Object[] {
      tenant,
      user.value(),
      score.tip().toString(),
      score.policy(),
      place,
      score.candidate().source(),
      score.candidate().key(),
      bytes(score.features()),
      score.score(),
      score.propensity(),
      score.seq(),
      score.micros(),
      score.promptVersion(),
      score.llmModel(),
      score.tipKind()
    };
  }

  @Override
  public List<TipScore> of(UserId user, TipId tip) {
    return database.read(
        reader ->
            reader
                .selectFrom(T)
                .where(keyed(user, tip))
                .orderBy(T.POLICY, T.PLACE)
                .fetch(row -> score(tip, row)));
  }

  @Override
  public void forget(UserId user, TipId tip) {
    database.change(tx -> tx.deleteFrom(T).where(keyed(user, tip)).execute());
  }

  private Condition keyed(UserId user, TipId tip) {
    return T.TENANT.eq(tenant).and(T.SUBJECT.eq(user.value())).and(T.TIP.eq(tip.toString()));
  }

  private static TipScore score(TipId tip, Record row) {
    return new TipScore(
        tip,
        row.get(T.POLICY),
        row.get(T.POLICY_SEQ),
        new CandidateId(row.get(T.CANDIDATE_SOURCE), row.get(T.CANDIDATE_KEY)),
        floats(row.get(T.FEATURES)),
        row.get(T.SCORE),
        row.get(T.PROPENSITY),
        row.get(T.MICROS),
        row.get(T.PROMPT_VERSION),
        row.get(T.LLM_MODEL),
        row.get(T.TIP_KIND));
  }

  private static byte[] bytes(FloatColumn column) {
    ByteBuffer bytes = ByteBuffer.allocate(column.size() * Float.BYTES);
    for (int i = 0; i < column.size(); i++) {
      bytes.putFloat(column.get(i));
    }
    return bytes.array();
  }

  private static FloatColumn floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return FloatColumn.of(values);
  }
}
