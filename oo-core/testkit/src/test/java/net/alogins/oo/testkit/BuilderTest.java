package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.House.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;

class BuilderTest {

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final Builder builder =
      Recommender.from(context -> List.of(House.task("a")))
          .choosingWith(ScriptedPolicy.scoring(Map.of()))
          .stores(Stores.inMemory())
          .clock(clock);

  @Test
  void a_tip_stays_open_as_long_as_the_host_says() {
    try (Recommender recommender = builder.openFor(Duration.ofHours(1)).build()) {
      Tip first = recommender.tip(ADA).tip().orElseThrow();

      clock.advance(Duration.ofMinutes(59));
      assertThat(recommender.tip(ADA).tip().orElseThrow().id()).isEqualTo(first.id());

      clock.advance(Duration.ofMinutes(1));
      assertThat(recommender.tip(ADA).tip().orElseThrow().id()).isNotEqualTo(first.id());
    }
  }

  @Test
  void what_is_out_of_bounds_is_refused_by_name() {
    assertThatThrownBy(() -> builder.openFor(Duration.ofHours(25)))
        .hasMessage("the time that a tip is open must be PT0.001S to PT24H but was PT25H");
    assertThatThrownBy(() -> builder.deadline(Duration.ZERO))
        .hasMessage("deadline must be PT0.001S to PT1M but was PT0S");
    assertThatThrownBy(() -> builder.retention(Duration.ofDays(29)))
        .hasMessage("retention must be PT720H to PT876000H but was PT696H");
    assertThatThrownBy(() -> builder.peopleInMemory(0))
        .hasMessage("people in memory must be at least 1 but was 0");
  }
}
