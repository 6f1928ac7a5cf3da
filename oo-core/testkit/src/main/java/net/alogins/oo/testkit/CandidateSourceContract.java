package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import org.junit.jupiter.api.Test;

/** What every candidate source must do; extend it and name your source. */
public abstract class CandidateSourceContract {

  /** Made by a subclass. */
  protected CandidateSourceContract() {}

  /** A source that has at least one candidate for the person of {@link #context()}. */
  protected abstract CandidateSource source() throws Exception;

  /** The question that the tests ask. */
  protected Context context() {
    return SampleContexts.plain();
  }

  @Test
  void it_offers_candidates_with_different_ids() throws Exception {
    List<Candidate> candidates = source().candidates(context());

    assertThat(candidates).isNotEmpty();
    assertThat(candidates).extracting(Candidate::id).doesNotHaveDuplicates();
  }

  @Test
  void it_answers_the_same_question_alike() throws Exception {
    CandidateSource source = source();

    assertThat(source.candidates(context())).isEqualTo(source.candidates(context()));
  }

  @Test
  void it_has_a_name() throws Exception {
    assertThat(source().name()).isNotBlank();
  }
}
