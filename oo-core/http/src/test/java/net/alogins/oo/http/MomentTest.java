package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.Test;

/** What a host knows when somebody asks for a tip. */
class MomentTest {

  private final List<OptionalDouble> seen = new ArrayList<>();

  private final CandidateFilter looking =
      new CandidateFilter() {
        @Override
        public String name() {
          return "looking";
        }

        @Override
        public boolean keeps(Candidate candidate, Context context) {
          seen.add(context.attributes().number(Attributes.MINUTES_FREE));
          return true;
        }
      };

  private void ask(Moment moment, String body) {
    try (Recommender recommender =
        House.builder(ManualClock.at(House.START)).filter(looking).build()) {
      House.answer(Operations.on(recommender).moment(moment).list(), "askForTip", body);
    }
  }

  @Test
  void it_is_known_beside_what_is_said() {
    ask((user, said) -> said.and(Attributes.MINUTES_FREE, user.equals(House.ADA) ? 20 : 0), "{}");

    assertThat(seen).isNotEmpty().allMatch(OptionalDouble.of(20)::equals);
  }

  @Test
  void without_it_what_is_said_is_known() {
    ask(Moment.AS_SAID, "{\"attributes\":{\"minutesFree\":30}}");

    assertThat(seen).isNotEmpty().allMatch(OptionalDouble.of(30)::equals);
  }
}
