package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What every store of scores must do; extend it and name your store. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class TipScoresContract {

  private static final UserId ADA = new UserId("ada");
  private static final TipId TIP = new TipId(0x0123456789abcdefL, 0xfedcba9876543210L);

  /** Made by a subclass. */
  protected TipScoresContract() {}

  /** A new, empty store; asked for once in each test. */
  protected abstract TipScores scores() throws Exception;

  /** {@code scores}, closed and opened again; a store that forgets may stay as it is. */
  protected TipScores reopened(TipScores scores) throws Exception {
    return scores;
  }

  /** How {@code policy} scored candidates whose keys count down, so that order is no accident. */
  private static List<TipScore> slate(TipId tip, String policy, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> score(tip, policy, new CandidateId("sample", "key-" + (size - i)), i))
        .toList();
  }

  private static TipScore score(TipId tip, String policy, CandidateId candidate, int index) {
    return new TipScore(
        tip,
        policy,
        0x1_0000_0000L + index,
        candidate,
        FloatColumn.of(index, -0.1f, 1e-30f),
        0.1 - index / 3.0,
        1e-7 * (index + 1),
        index,
        index % 2 == 0 ? "" : "v7",
        index % 2 == 0 ? "" : "a-model",
        "errand");
  }

  @Test
  void every_field_is_kept_in_the_order_of_the_slate() throws Exception {
    TipScores scores = scores();
    scores.write(ADA, slate(TIP, "live", 12));

    assertThat(scores.of(ADA, TIP)).isEqualTo(slate(TIP, "live", 12));
    assertThat(reopened(scores).of(ADA, TIP)).isEqualTo(slate(TIP, "live", 12));
  }

  @Test
  void the_policies_of_one_tip_come_one_after_the_other() throws Exception {
    TipScores scores = scores();
    scores.write(ADA, slate(TIP, "shadow", 3));
    scores.write(ADA, slate(TIP, "live", 3));

    List<TipScore> both = new ArrayList<>(slate(TIP, "live", 3));
    both.addAll(slate(TIP, "shadow", 3));
    assertThat(scores.of(ADA, TIP)).isEqualTo(both);
  }

  @Test
  void what_is_written_again_is_kept_once() throws Exception {
    TipScores scores = scores();
    scores.write(ADA, slate(TIP, "live", 3));
    TipScores again = reopened(scores);

    again.write(ADA, slate(TIP, "live", 3));

    assertThat(again.of(ADA, TIP)).isEqualTo(slate(TIP, "live", 3));
  }

  @Test
  void nothing_written_is_nothing_kept() throws Exception {
    TipScores scores = scores();
    scores.write(ADA, List.of());

    assertThat(scores.of(ADA, TIP)).isEmpty();
  }

  @Test
  void a_foreign_tip_reads_like_an_unknown_one() throws Exception {
    TipScores scores = scores();
    scores.write(ADA, slate(TIP, "live", 3));

    assertThat(scores.of(new UserId("bob"), TIP)).isEmpty();
    assertThat(scores.of(ADA, new TipId(1, 1))).isEmpty();
  }

  @Test
  void the_same_tip_of_two_people_is_two() throws Exception {
    TipScores scores = scores();
    scores.write(ADA, slate(TIP, "live", 3));
    scores.write(new UserId("Ada"), slate(TIP, "live", 2));

    assertThat(scores.of(ADA, TIP)).hasSize(3);
    assertThat(scores.of(new UserId("Ada"), TIP)).hasSize(2);
  }

  @Test
  void a_thousand_candidates_are_kept() throws Exception {
    TipScores scores = scores();
    scores.write(ADA, slate(TIP, "live", 1_000));

    assertThat(reopened(scores).of(ADA, TIP)).isEqualTo(slate(TIP, "live", 1_000));
  }

  @Test
  void strange_ids_are_kept_apart() throws Exception {
    TipScores scores = scores();
    List<TipScore> all = new ArrayList<>();
    for (String strange : SampleIds.STRANGE) {
      all.add(score(TIP, "live", new CandidateId(strange, strange), all.size()));
    }
    for (String strange : SampleIds.STRANGE) {
      scores.write(new UserId(strange), all);
    }

    TipScores again = reopened(scores);

    for (String strange : SampleIds.STRANGE) {
      assertThat(again.of(new UserId(strange), TIP)).isEqualTo(all);
    }
  }

  @Test
  void many_may_write_at_once() throws Exception {
    TipScores scores = scores();

    IntStream.range(0, 64)
        .parallel()
        .forEach(i -> scores.write(ADA, slate(new TipId(1, i % 8), "live", 3)));

    assertThat(IntStream.range(0, 8).boxed())
        .allMatch(i -> scores.of(ADA, new TipId(1, i)).equals(slate(new TipId(1, i), "live", 3)));
  }

  @Test
  void a_forgotten_tip_has_no_scores() throws Exception {
    TipScores scores = scores();
    TipId other = new TipId(1, 1);
    scores.write(ADA, slate(TIP, "live", 3));
    scores.write(ADA, slate(other, "live", 2));

    scores.forget(ADA, TIP);
    scores.forget(new UserId("bob"), other);

    TipScores again = reopened(scores);
    assertThat(again.of(ADA, TIP)).isEmpty();
    assertThat(again.of(ADA, other)).hasSize(2);
  }
}
