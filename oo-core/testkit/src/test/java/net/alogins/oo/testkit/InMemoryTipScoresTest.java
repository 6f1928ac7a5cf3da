package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryTipScores;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;
import org.junit.jupiter.api.Test;

class InMemoryTipScoresTest extends TipScoresContract {

  private static final UserId ADA = new UserId("ada");

  @Override
  protected TipScores scores() {
    return new InMemoryTipScores();
  }

  private static List<TipScore> slate(int tip, int size) {
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                new TipScore(
                    new TipId(0, tip),
                    "live",
                    tip,
                    new CandidateId("many", "" + i),
                    FloatColumn.of(1),
                    0,
                    1,
                    1,
                    "",
                    "",
                    "task"))
        .toList();
  }

  @Test
  void the_more_candidates_a_tip_has_the_fewer_tips_are_remembered() {
    TipScores scores = scores();
    for (int tip = 0; tip <= 100; tip++) {
      scores.write(ADA, slate(tip, 1_000));
    }

    assertThat(scores.of(ADA, new TipId(0, 0))).isEmpty();
    assertThat(scores.of(ADA, new TipId(0, 1))).hasSize(1_000);
    assertThat(scores.of(ADA, new TipId(0, 100))).hasSize(1_000);
    scores.forget(ADA, new TipId(0, 50));
    scores.write(ADA, slate(101, 1_000));
    assertThat(scores.of(ADA, new TipId(0, 1))).hasSize(1_000);
  }

  @Test
  void one_tip_is_remembered_however_many_candidates_it_has() {
    TipScores scores = scores();
    scores.write(ADA, slate(0, 100_001));

    assertThat(scores.of(ADA, new TipId(0, 0))).hasSize(100_001);
  }
}
