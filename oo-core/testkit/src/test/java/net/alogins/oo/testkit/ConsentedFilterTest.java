package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.candidate.Provenance.Generated;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import org.junit.jupiter.api.Test;

class ConsentedFilterTest extends CandidateFilterContract {

  @Override
  protected CandidateFilter filter() {
    return CandidateFilter.consented();
  }

  private static final Candidate WRITTEN =
      Candidate.from(new CandidateId("llm", "1"), new Generated("tips", "model", "v1"), "Stretch");

  @Override
  protected Context removing() {
    return SampleContexts.plain();
  }

  @Override
  protected Context keeping() {
    return SampleContexts.allowing(Consents.standard().and(Purpose.LLM));
  }

  @Override
  protected Candidate candidate() {
    return WRITTEN;
  }

  @Test
  void what_nobody_wrote_needs_no_consent() {
    assertThat(filter().keeps(super.candidate(), removing())).isTrue();
  }
}
