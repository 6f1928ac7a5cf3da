package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;
import org.junit.jupiter.api.Test;

class CoolingDownFilterTest extends CandidateFilterContract {

  @Override
  protected CandidateFilter filter() {
    return CandidateFilter.coolingDown(Duration.ofHours(24));
  }

  @Override
  protected Context removing() {
    return dismissed(Duration.ofHours(24).minusMillis(1));
  }

  private Context dismissed(Duration ago) {
    Past past =
        new Past(
            1,
            0,
            1,
            Optional.empty(),
            Optional.of(SampleContexts.NOW.minus(ago)),
            Optional.empty());
    return SampleContexts.after(candidate().id(), past);
  }

  @Test
  void after_its_rest_the_candidate_is_back() {
    assertThat(filter().keeps(candidate(), dismissed(Duration.ofHours(24)))).isTrue();
  }
}
