package net.alogins.oo.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the policy learns from what titles mean; {@link TopicFigures} has more of it. */
class TopicsTest {

  private static final int SEEDS = 4;

  /** The mean over the seeds is at least {@code least}, and twice its standard error above 0. */
  @ParameterizedTest
  @CsvSource({"ALIKE, 500, .1", "EACH, 1000, .05"})
  void more_is_done_where_only_what_titles_mean_tells_what_is_liked(
      Topics.Liking liking, int questions, double least) {
    double[] gain =
        TopicFigures.gain(
            TopicFigures.rewards(liking, false, SEEDS, questions),
            TopicFigures.rewards(liking, true, SEEDS, questions));

    assertThat(TopicFigures.mean(gain)).isGreaterThan(least);
    assertThat(TopicFigures.mean(gain) - 2 * TopicFigures.error(gain)).isPositive();
  }
}
