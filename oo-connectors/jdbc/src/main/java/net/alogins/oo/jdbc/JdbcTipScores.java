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
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;

/** Scores in the table of the recommender module; features are float32, big-endian. */
final class JdbcTipScores implements TipScores {

  private static final RecommenderTipScores T = RECOMMENDER_TIP_SCORES;

  private final DSLContext writer;
  private final DSLContext reader;
  private final String tenant;

  JdbcTipScores(DSLContext writer, DSLContext reader, TenantId tenant) {
    this.writer = writer;
    this.reader = reader;
    this.tenant = tenant.value();
  }

  @Override
  public void write(UserId user, List<TipScore> scores) {
    writer.transaction(
        tx ->
            tx.dsl()
                .batch(
                    IntStream.range(0, scores.size())
                        .mapToObj(i -> insert(tx.dsl(), user, scores.get(i), i))
                        .toList())
                .execute());
  }

  private Query insert(DSLContext tx, UserId user, TipScore score, int place) {
    return tx.insertInto(T)
        .set(T.TENANT, tenant)
        .set(T.SUBJECT, user.value())
        .set(T.TIP, score.tip().toString())
        .set(T.POLICY, score.policy())
        .set(T.PLACE, place)
        .set(T.CANDIDATE_SOURCE, score.candidate().source())
        .set(T.CANDIDATE_KEY, score.candidate().key())
        .set(T.FEATURES, bytes(score.features()))
        .set(T.SCORE, score.score())
        .set(T.PROPENSITY, score.propensity())
        .set(T.POLICY_SEQ, score.seq())
        .set(T.MICROS, score.micros())
        .set(T.PROMPT_VERSION, score.promptVersion())
        .set(T.LLM_MODEL, score.llmModel())
        .set(T.TIP_KIND, score.tipKind())
        .onConflictDoNothing();
  }

  @Override
  public List<TipScore> of(UserId user, TipId tip) {
    return reader
        .selectFrom(T)
        .where(keyed(user, tip))
        .orderBy(T.POLICY, T.PLACE)
        .fetch(row -> score(tip, row));
  }

  @Override
  public void forget(UserId user, TipId tip) {
    writer.deleteFrom(T).where(keyed(user, tip)).execute();
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
