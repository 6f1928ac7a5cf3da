package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;
import org.junit.jupiter.api.Test;

class RecentlyDoneFilterTest extends CandidateFilterContract {

  @Override
  protected CandidateFilter filter() {
    return CandidateFilter.recentlyDone();
  }

  @Override
  protected Context removing() {
    return done(Duration.ofHours(20).minusMillis(1));
  }

  private Context done(Duration ago) {
    Past past =
        new Past(
            1,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.of(SampleContexts.NOW.minus(ago)));
    return SampleContexts.after(candidate().id(), past);
  }

  @Test
  void a_daily_thing_is_back_the_next_day() {
    assertThat(filter().keeps(candidate(), done(Duration.ofHours(20)))).isTrue();
  }
}
