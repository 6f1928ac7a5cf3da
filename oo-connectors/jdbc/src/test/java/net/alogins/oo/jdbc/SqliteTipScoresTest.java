package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.TipScoresContract;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTipScoresTest extends TipScoresContract {

  @TempDir private Path directory;
  private Opened opened;

  @BeforeEach
  void open() {
    opened = new Opened(directory);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected TipScores scores() {
    return opened.stores().scores();
  }

  @Override
  protected TipScores reopened(TipScores scores) {
    return opened.again().scores();
  }

  @Test
  void people_see_a_row_for_each_candidate() {
    TipScore score =
        new TipScore(
            new TipId(1, 2),
            "live",
            5,
            new CandidateId("source", "a \"key\""),
            FloatColumn.of(-0.5f),
            1 / 3.0,
            0.1,
            7,
            "v7",
            "a-model",
            "errand");
    scores().write(new UserId("ada"), List.of(score));

    Record row =
        DSL.using("jdbc:sqlite:" + directory.resolve("oo.db"))
            .fetchSingle("select *, score = 1 / 3.0 as is_third from recommender_tip_scores");

    assertThat(row.get("candidate_key")).isEqualTo("a \"key\"");
    assertThat(row.get("is_third")).isEqualTo(1);
    assertThat(row.get("features", byte[].class)).containsExactly(0xbf, 0, 0, 0);
    assertThat(List.of(row.get("place"), row.get("policy_seq"), row.get("micros")))
        .hasToString("[0, 5, 7]");
    assertThat(List.of(row.get("prompt_version"), row.get("llm_model"), row.get("tip_kind")))
        .hasToString("[v7, a-model, errand]");
  }
}
