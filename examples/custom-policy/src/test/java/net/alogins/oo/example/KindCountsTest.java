package net.alogins.oo.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;
import net.alogins.oo.testkit.SharedPolicyContract;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;

class KindCountsTest extends SharedPolicyContract<double[]> {

  private static final UserId ADA = new UserId("ada");

  private final ManualClock clock = ManualClock.at(SampleContexts.NOW);

  @Override
  protected SharedPolicy<double[]> policy() {
    return new KindCounts();
  }

  @Test
  void a_recommender_learns_with_it_which_kind_is_done() {
    CandidateSource tasks =
        context ->
            List.of(
                Candidate.of("tasks", "1", "Read a paper").kind("study"),
                Candidate.of("tasks", "2", "Stretch").kind("pause"));
    try (Recommender recommender =
        Recommender.from(CandidateSource.immediate(tasks))
            .choosingWith(policy())
            .clock(clock)
            .randomness(new SplittableRandom(1))
            .build()) {
      List<String> kinds = IntStream.range(0, 100).mapToObj(i -> live(recommender)).toList();

      assertThat(kinds.subList(50, 100)).filteredOn("pause"::equals).hasSizeGreaterThan(40);
    }
  }

  /** Does a pause, dismisses a study, and comes back two days later. */
  private String live(Recommender recommender) {
    Tip tip = recommender.tip(ADA).tip().orElseThrow();
    String kind = tip.candidate().kind();
    recommender.react(
        ADA, kind.equals("pause") ? Reaction.done(tip.id()) : Reaction.dismiss(tip.id()));
    clock.advance(Duration.ofDays(2));
    return kind;
  }

  @Test
  void it_is_under_100_lines() throws IOException {
    Path source = Path.of("src/main/java/net/alogins/oo/example/KindCounts.java");

    assertThat(Files.readAllLines(source)).hasSizeLessThan(100);
  }
}
