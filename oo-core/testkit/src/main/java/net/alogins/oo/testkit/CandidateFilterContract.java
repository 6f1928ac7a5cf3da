package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.context.Context;
import org.junit.jupiter.api.Test;

/** What every filter must do; extend it and name your filter. */
public abstract class CandidateFilterContract {

  /** Made by a subclass. */
  protected CandidateFilterContract() {}

  /** The filter under test. */
  protected abstract CandidateFilter filter();

  /** A question in which it removes {@link #candidate()}. */
  protected abstract Context removing();

  /** A question in which it keeps everything. */
  protected Context keeping() {
    return SampleContexts.plain();
  }

  /** The candidate that it removes or keeps. */
  protected Candidate candidate() {
    return Candidate.of("sample", "key", "Water the plants");
  }

  @Test
  void it_has_a_name_that_decisions_can_record() {
    assertThat(filter().name()).isNotBlank().isEqualTo(filter().name());
  }

  @Test
  void it_removes_what_it_is_there_for() {
    assertThat(filter().keeps(candidate(), removing())).isFalse();
  }

  @Test
  void it_keeps_everything_else() {
    Candidate other = Candidate.of("sample", "another key", "Call the plumber");

    assertThat(filter().keeps(candidate(), keeping())).isTrue();
    assertThat(filter().keeps(other, keeping())).isTrue();
  }

  @Test
  void the_same_question_gets_the_same_answer_on_any_thread() {
    CandidateFilter filter = filter();

    assertThat(
            IntStream.range(0, 64).parallel().mapToObj(i -> filter.keeps(candidate(), removing())))
        .containsOnly(false);
  }
}
