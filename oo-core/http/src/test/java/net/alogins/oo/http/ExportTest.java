package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.memory.InMemoryTipScores;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ForwardingEventLog;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

  private final ManualClock clock = ManualClock.at(House.START);

  private static JsonNode export(Recommender recommender) {
    String text = House.text(House.answer(Operations.of(recommender), "exportOwn", ""));
    return Json.read(CharBuffer.wrap(text.toCharArray()));
  }

  private static void consent(Recommender recommender, int times) {
    for (int i = 0; i < times; i++) {
      recommender.profiles().consent(House.ADA, Consents.none());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Export.PAGE - 1, Export.PAGE, Export.PAGE + 1, 3 * Export.PAGE})
  void however_many_rows_there_are_the_document_is_whole(int rows) {
    try (Recommender recommender = House.builder(clock).build()) {
      consent(recommender, rows);

      assertThat(export(recommender).get("facts")).hasSize(rows);
    }
  }

  @Test
  void every_kind_of_fact_has_its_name() {
    try (Recommender recommender = House.builder(clock).build()) {
      recommender.tip(House.ADA);
      clock.advance(Duration.ofDays(1));
      TipId tip = recommender.tip(House.ADA).tip().orElseThrow().id();
      recommender.react(House.ADA, Reaction.snooze(tip, clock.instant().plusSeconds(60)));
      recommender.react(House.ADA, Reaction.undo(tip, Reaction.dismiss(tip).id()));
      recommender.tip(House.ADA);
      consent(recommender, 1);
      recommender.tip(House.ADA);

      JsonNode facts = export(recommender).get("facts");

      assertThat(facts.findValuesAsText("fact"))
          .containsExactly(
              "decided",
              "closed",
              "decided",
              "reacted",
              "retracted",
              "decided",
              "consented",
              "withdrawn");
      assertThat(facts.at("/3/until").asText()).isEqualTo("2026-11-25T09:01:00Z");
    }
  }

  @Test
  void an_export_that_cannot_go_on_breaks_off() {
    Failing log = new Failing();
    Stores stores =
        new Stores(
            log, new InMemoryProfileStore(), new InMemoryTipScores(), new InMemoryStateStore());
    try (Recommender recommender = House.builder(clock).stores(stores).build()) {
      consent(recommender, 2 * Export.PAGE);
      Response response = House.answer(Operations.of(recommender), "exportOwn", "");
      log.isDown = true;

      assertThatThrownBy(response.stream()::readAllBytes).hasMessage("down");
      assertThat(House.answer(Operations.of(recommender), "exportOwn", "").status()).isEqualTo(500);
    }
  }

  /** A log that fails when it is told to. */
  private static final class Failing extends ForwardingEventLog {

    private final EventLog log = new InMemoryEventLog();
    private volatile boolean isDown;

    @Override
    protected EventLog log() {
      return log;
    }

    @Override
    public List<Recorded> read(UserId user, long after, int limit) {
      if (isDown) {
        throw new IllegalStateException("down");
      }
      return super.read(user, after, limit);
    }
  }
}
