package net.alogins.oo.todoist;

import static net.alogins.oo.signal.Command.Verb.COMPLETE;
import static net.alogins.oo.signal.Command.Verb.REOPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.alogins.oo.remote.Failing;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new Desk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static Command command(Command.Verb verb, String key) {
    return new Command(UUID.randomUUID().toString(), verb, key, Instant.EPOCH);
  }

  @Test
  void a_task_is_completed_and_reopened_there() throws Exception {
    String key = desk.account.add("Buy milk");

    desk.connector.execute(desk.keys, command(COMPLETE, key));
    assertThat(desk.account.isCompleted(key)).isTrue();
    desk.connector.execute(desk.keys, command(REOPEN, key));
    assertThat(desk.account.isCompleted(key)).isFalse();
  }

  private static Command postpone(String key) {
    return new Command(
        UUID.randomUUID().toString(),
        Command.Verb.POSTPONE,
        key,
        Instant.EPOCH,
        Optional.of(LocalDate.of(2026, 3, 5)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, , 2026-03-05",
    "2026-03-01T09:30:00, , 2026-03-05T09:30:00",
    "2026-03-01T23:30:00Z, Europe/Vienna, 2026-03-04T23:30:00Z"
  })
  void a_postponed_task_is_due_on_that_day_at_its_time(String date, String zone, String moved)
      throws Exception {
    for (boolean isRecurring : new boolean[] {false, true}) {
      String key = desk.account.add("Buy milk");
      desk.account.change(
          key, fields -> fields.put("due", FakeShapes.due(date, zone, isRecurring)));

      desk.connector.execute(desk.keys, postpone(key));

      desk.account.change(
          key,
          fields ->
              assertThat(fields).containsEntry("due", FakeShapes.due(moved, zone, isRecurring)));
    }
  }

  @Test
  void what_is_not_due_or_not_there_is_not_postponed() throws Exception {
    String key = desk.account.add("Some day");

    desk.connector.execute(desk.keys, postpone(key));
    desk.connector.execute(desk.keys, postpone("6XneverThere"));
    desk.connector.execute(desk.keys, postpone("../user"));

    assertThat(desk.account.executed()).isEmpty();
  }

  @Test
  void a_command_that_comes_again_is_executed_once() throws Exception {
    String key = desk.account.add("Buy milk");
    Command complete = command(COMPLETE, key);
    desk.connector.execute(desk.keys, complete);
    desk.connector.execute(desk.keys, command(REOPEN, key));

    desk.connector.execute(desk.keys, complete);

    assertThat(desk.account.isCompleted(key)).isFalse();
    assertThat(desk.account.executed()).contains(complete.id()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6XneverThere", "", "\"}], \"x\": [{\""})
  void a_task_that_is_gone_is_left_alone(String key) throws Exception {
    String deleted = desk.account.add("Deleted");
    desk.account.delete(deleted);

    desk.connector.execute(desk.keys, command(COMPLETE, key));
    desk.connector.execute(desk.keys, command(COMPLETE, deleted));

    assertThat(desk.account.executed()).isEmpty();
  }

  @Test
  void who_may_only_read_has_to_connect_again_to_write() throws Exception {
    TodoistOAuth oauth = desk.oauth();
    desk.keys = Desk.keys(oauth.exchange(Agreeing.to(oauth, false)));
    desk.connector = desk.connector.oauth(oauth);
    String key = desk.account.add("Buy milk");

    assertThat(Failing.of(() -> desk.connector.execute(desk.keys, command(COMPLETE, key))).kind())
        .isEqualTo(ConnectorException.Kind.REVOKED);
    desk.keys = Desk.keys(oauth.exchange(Agreeing.to(oauth, true)));
    desk.connector.execute(desk.keys, command(COMPLETE, key));

    assertThat(desk.account.isCompleted(key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "400, X, MALFORMED",
    "401, X, REVOKED",
    "403, AUTH_INSUFFICIENT_TOKEN_SCOPE, REVOKED",
    "422, X, MALFORMED",
    "429, X, THROTTLED",
    "500, X, UNAVAILABLE",
    "503, X, UNAVAILABLE",
    "0, X, MALFORMED",
  })
  void what_a_command_fails_of_means_something(int code, String tag, ConnectorException.Kind kind) {
    Command complete = command(COMPLETE, "6X1");
    answer(complete, code, tag);

    ConnectorException failure = Failing.of(() -> desk.connector.execute(desk.keys, complete));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageNotContaining("canary");
    if (code == 429) {
      assertThat(failure.after()).contains(Duration.ofSeconds(7));
    }
  }

  @ParameterizedTest
  @CsvSource({"403, ITEM_FORBIDDEN", "404, ITEM_NOT_FOUND", "410, GONE"})
  void a_task_of_somebody_else_now_is_left_alone(int code, String tag) throws Exception {
    Command complete = command(COMPLETE, "6X1");
    answer(complete, code, tag);

    desk.connector.execute(desk.keys, complete);

    assertThat(desk.fake.requests()).hasSize(1);
  }

  @Test
  void an_answer_without_the_command_is_not_understood() {
    answer(command(COMPLETE, "6X1"), 200, "ok");

    assertThat(Failing.of(() -> desk.connector.execute(desk.keys, command(COMPLETE, "6X1"))).kind())
        .isEqualTo(ConnectorException.Kind.MALFORMED);
  }

  private void answer(Command command, int code, String tag) {
    String body =
        """
        {"sync_status": {"%s": {"http_code": %d, "error_tag": "%s", "error": "canary",
          "error_extra": {"retry_after": 7}}}}
        """
            .formatted(command.id(), code, tag);
    desk.fake.next(new FakeTodoist.Fault(200, Map.of("Content-Type", "application/json"), body));
  }
}
