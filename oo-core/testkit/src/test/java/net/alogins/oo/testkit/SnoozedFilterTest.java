package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;
import org.junit.jupiter.api.Test;

class SnoozedFilterTest extends CandidateFilterContract {

  @Override
  protected CandidateFilter filter() {
    return CandidateFilter.snoozed();
  }

  @Override
  protected Context removing() {
    return snoozedUntil(SampleContexts.NOW.plusMillis(1));
  }

  private Context snoozedUntil(Instant end) {
    Past past = new Past(1, 1, 0, Optional.of(end), Optional.empty(), Optional.empty());
    return SampleContexts.after(candidate().id(), past);
  }

  @Test
  void when_the_snooze_ends_the_candidate_is_back() {
    assertThat(filter().keeps(candidate(), snoozedUntil(SampleContexts.NOW))).isTrue();
  }
}
