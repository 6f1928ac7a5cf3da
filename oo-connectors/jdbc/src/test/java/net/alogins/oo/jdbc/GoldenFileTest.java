package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ScriptedPolicy;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.PastTip;
import net.alogins.oo.tip.PastTip.Outcome;
import net.alogins.oo.tip.TipScore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that the first version with a storage format wrote; every later one must open it. */
class GoldenFileTest {

  private static final UserId ADA = new UserId("ada");
  private static final Instant WRITTEN = Instant.parse("2026-11-26T09:02:00Z");

  @TempDir private Path directory;

  @BeforeEach
  void copy() throws IOException {
    try (InputStream golden =
        Objects.requireNonNull(GoldenFileTest.class.getResourceAsStream("/golden/v1/oo.db"))) {
      Files.copy(golden, directory.resolve("oo.db"));
    }
  }

  @Test
  void the_first_data_ever_written_opens_and_goes_on() {
    try (Opened opened = new Opened(directory);
        Recommender recommender = over(opened.stores())) {
      assertThat(recommender.status().seq()).isEqualTo(13);
      assertThat(recommender.status().counters())
          .containsEntry("decisions.decided", 5L)
          .containsEntry("decisions.learned", 2L)
          .containsEntry("decisions.withdrawn", 1L)
          .containsEntry("reactions.learned", 1L)
          .containsEntry("reactions.retracted", 1L)
          .containsEntry("reactions.censored", 1L)
          .containsEntry("reactions.orphan", 1L);
      assertThat(recommender.history(ADA, Page.Request.first(10)).tips())
          .extracting(PastTip::outcome)
          .containsExactly(Outcome.OPEN, Outcome.SNOOZED, Outcome.WITHDRAWN, Outcome.DONE);
      assertThat(recommender.profiles().of(ADA).preferences())
          .isEqualTo(new Preferences(ZoneId.of("Europe/Berlin")));
      assertThat(recommender.tip(new UserId("carol")).tip()).isPresent();
    }
  }

  @Test
  void the_first_scores_ever_written_are_read() {
    try (Opened opened = new Opened(directory)) {
      TipId tip = TipId.parse("71bb54d8d101b5b9c34d0bff90150280");

      List<TipScore> scores = opened.stores().scores().of(ADA, tip);

      assertThat(scores)
          .extracting(score -> score.candidate().key(), TipScore::score, TipScore::propensity)
          .containsExactly(tuple("c", 2.0, 1.0), tuple("d", 1.0, 0.0));
      assertThat(scores)
          .extracting(TipScore::policy, TipScore::seq)
          .contains(tuple("scripted", 5L));
      assertThat(ones(scores.get(0).features())).containsExactly(3, 9, 12, 21, 26);
      assertThat(ones(scores.get(1).features())).containsExactly(3, 9, 13, 21, 26);
    }
  }

  private static IntStream ones(FloatColumn features) {
    return IntStream.range(0, features.size()).filter(i -> features.get(i) == 1);
  }

  private static Recommender over(Stores stores) {
    CandidateSource source =
        CandidateSource.immediate(context -> List.of(Candidate.of("golden", "a", "Do a")));
    return Recommender.from(source)
        .choosingWith(ScriptedPolicy.scoring(Map.of()))
        .stores(stores)
        .clock(ManualClock.at(WRITTEN.plus(Duration.ofMinutes(1))))
        .build();
  }
}
