package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Slate;
import org.junit.jupiter.api.Test;

/** What every set of features must do; extend it and name your features. */
public abstract class FeaturesContract {

  private static final List<Candidate> ODD =
      List.of(
          Candidate.of("sample", "bare", "x"),
          Candidate.of("sample", "long", "x".repeat(Candidate.LONGEST_TITLE)).kind("🌱".repeat(32)),
          Candidate.of("sample", "old", "x").created(LocalDate.MIN).due(LocalDate.MIN),
          Candidate.of("sample", "late", "x").created(LocalDate.MAX).due(LocalDate.MAX),
          Candidate.of("sample", "short", "x").minutes(1).priority(1),
          Candidate.of("sample", "endless", "x").minutes(Integer.MAX_VALUE).priority(4),
          Candidate.of("sample", "linked", "x").link(URI.create("https://example.org/")),
          Candidate.from(
              new CandidateId("llm", "made"),
              new Provenance.Generated("tips", "model", "v1"),
              "x"));

  /** Made by a subclass. */
  protected FeaturesContract() {}

  /** The features under test. */
  protected abstract Features features();

  /** The question that the tests ask. */
  protected Context context() {
    return SampleContexts.plain();
  }

  @Test
  void every_candidate_has_its_numbers() {
    Slate slate = features().slate(context(), ODD);

    assertThat(slate.features().size())
        .isEqualTo(ODD.size() * features().schema().candidateWidth());
    assertThat(slate.context().size()).isEqualTo(features().schema().contextWidth());
  }

  @Test
  void the_same_question_gets_the_same_bits_on_any_thread() {
    Features features = features();
    Slate once = features.slate(context(), ODD);

    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> features.slate(context(), ODD)))
        .allMatch(again -> again.features().equals(once.features()))
        .allMatch(again -> again.context().equals(once.context()));
  }

  @Test
  void the_numbers_of_a_candidate_do_not_depend_on_the_others() {
    Slate all = features().slate(context(), ODD);

    for (int i = 0; i < ODD.size(); i++) {
      assertThat(features().slate(context(), List.of(ODD.get(i))).features())
          .isEqualTo(all.only(i).features());
    }
  }

  @Test
  void the_schema_is_the_same_each_time() {
    assertThat(features().schema().fingerprint()).isEqualTo(features().schema().fingerprint());
    assertThat(features().schema().columns()).doesNotHaveDuplicates();
  }
}
