package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.TipScore;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What people and older versions see of the scores. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PostgresScoresTest {

  private static final TipId TIP = TipId.parse("71bb54d8d101b5b9c34d0bff90150280");
  private static final UserId ADA = new UserId("ada");
  private static final TenantId HOME = PostgresOpened.HOME;

  private static final List<TipScore> SCORES =
      List.of(
          score(new CandidateId("source", "a \"key\""), 1 / 3.0, FloatColumn.of(0, -0.5f)),
          score(new CandidateId("source", "ключ"), Double.MIN_VALUE, FloatColumn.of(1e-30f, 3)));

  private static TipScore score(CandidateId candidate, double score, FloatColumn features) {
    return new TipScore(TIP, "live", 5, candidate, features, score, 0.1, 7, "v7", "", "errand");
  }

  @Test
  void what_the_first_version_wrote_row_by_row_is_read() throws SQLException {
    String url = Postgres.freshSchema();
    DSLContext sql = DSL.using(url);
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:oo-jdbc/migration-postgresql/recommender")
        .table("recommender_migrations")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target("1")
        .load()
        .migrate();
    for (int i = SCORES.size() - 1; i >= 0; i--) {
      TipScore score = SCORES.get(i);
      sql.execute(
          "insert into recommender_tip_scores values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          HOME.value(),
          ADA.value(),
          TIP.toString(),
          "live",
          i,
          score.candidate().source(),
          score.candidate().key(),
          i == 0
              ? new byte[] {0, 0, 0, 0, -65, 0, 0, 0}
              : new byte[] {13, -94, 66, 96, 64, 64, 0, 0},
          score.score(),
          0.1,
          5,
          7,
          "v7",
          "",
          "errand");
    }

    try (PostgresStores stores = PostgresStores.open(url, HOME)) {
      assertThat(stores.stores().scores().of(ADA, TIP)).isEqualTo(SCORES);
    }
  }

  @Test
  void people_see_a_row_for_each_candidate() throws SQLException {
    try (PostgresOpened opened = new PostgresOpened()) {
      opened.stores().scores().write(ADA, SCORES);

      List<Record> rows =
          List.copyOf(
              DSL.using(opened.url())
                  .fetch(
                      "select * from recommender_tip_scores where subject = 'ada' order by place"));

      assertThat(rows)
          .extracting(row -> row.get("candidate_key"))
          .containsExactly("a \"key\"", "ключ");
      assertThat(rows)
          .extracting(row -> row.get("score"))
          .containsExactly(1 / 3.0, Double.MIN_VALUE);
      assertThat(rows).extracting(row -> row.get("place")).containsExactly(0, 1);
      assertThat(rows.get(1).get("features", byte[].class))
          .containsExactly(13, -94, 66, 96, 64, 64, 0, 0);
      assertThat(rows.get(0).get("prompt_version")).isEqualTo("v7");
      assertThat(rows.get(0).get("tip_kind")).isEqualTo("errand");
    }
  }
}
