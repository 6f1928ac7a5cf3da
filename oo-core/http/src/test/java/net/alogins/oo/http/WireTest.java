package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ScriptedPolicy;
import org.junit.jupiter.api.Test;

class WireTest {

  private final ManualClock clock = ManualClock.at(House.START);

  @Test
  void a_tip_has_everything_that_its_candidate_has() {
    String tip = ask(House.TASKS.get(0));

    assertThat(tip)
        .matches(
            """
            \\{"tip":\\{"id":"[0-9a-f]{32}","title":"Water the plants","source":"house",\
            "key":"1","kind":"balcony","link":"https://example.org/1","due":"2026-11-24","minutes":5,\
            "priority":1,"servedAt":"2026-11-24T09:00:00Z","openUntil":"2026-11-24T13:00:00Z",\
            "why":\\{"reasons":\\[],"exploration":false,"missing":\\[]}}}""");
  }

  @Test
  void what_a_candidate_does_not_have_is_absent() {
    assertThat(ask(House.TASKS.get(2)))
        .contains(
            "\"title\":\"Sort the <b>books</b>\",\"source\":\"house\",\"key\":\"3\",\"kind\":\"task\",")
        .doesNotContain("null", "link", "due", "minutes", "priority");
  }

  @Test
  void a_title_with_half_a_character_is_still_served() {
    assertThat(ask(Candidate.of("house", "1", "half \ud83d"))).contains("\"title\":\"half ?\"");
  }

  @Test
  void reasons_and_missing_sources_are_named() {
    CandidateSource broken =
        context -> {
          throw new IllegalStateException("secret");
        };
    try (Recommender recommender =
        Recommender.from(CandidateSource.immediate(context -> House.TASKS), broken)
            .choosingWith(Policies.standard())
            .build()) {
      String tip = ask(recommender);

      assertThat(tip).contains("\"missing\":[\"source\"]").doesNotContain("secret");
    }
  }

  @Test
  void each_silence_has_its_word() {
    CandidateSource nothing = CandidateSource.immediate(context -> List.of());
    try (Recommender recommender =
        Recommender.from(nothing).choosingWith(Policies.standard()).build()) {
      assertThat(ask(recommender)).isEqualTo("{\"silence\":{\"reason\":\"no-candidates\"}}");
    }
    try (Recommender recommender = House.builder().consents(Consents.none()).build()) {
      assertThat(ask(recommender)).isEqualTo("{\"silence\":{\"reason\":\"no-consent\"}}");
    }
  }

  @Test
  void an_expired_tip_is_no_longer_current() {
    try (Recommender recommender = House.builder(clock).build()) {
      ask(recommender);
      clock.advance(Duration.ofHours(4));

      assertThat(House.text(House.answer(Operations.of(recommender), "currentTip", "")))
          .isEqualTo("{\"silence\":{\"reason\":\"none-open\"}}");
    }
  }

  private String ask(Candidate candidate) {
    try (Recommender recommender =
        Recommender.from(CandidateSource.immediate(context -> List.of(candidate)))
            .choosingWith(ScriptedPolicy.scoring(Map.of()))
            .clock(clock)
            .build()) {
      return ask(recommender);
    }
  }

  private String ask(Recommender recommender) {
    return House.text(House.answer(Operations.of(recommender), "askForTip", "{}"));
  }
}
