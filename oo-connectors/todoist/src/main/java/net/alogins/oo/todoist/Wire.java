package net.alogins.oo.todoist;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.remote.Json;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectorException;

/** Todoist's {@code /sync}, version 1. */
final class Wire {

  /** What a sync of everything goes on from. */
  static final String START = "*";

  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long MOST_SECONDS = 3600;

  private final Remote remote;

  Wire(Remote remote) {
    this(remote, LONGEST);
  }

  Wire(Remote remote, Duration longest) {
    this.remote = remote.mostBytes(MOST_BYTES).longest(longest);
  }

  /** What has changed since {@code since}. */
  Synced sync(byte[] token, String since) throws ConnectorException, InterruptedException {
    return Synced.of(read(token, since, "items", "projects", "user"));
  }

  Projects projects(byte[] token) throws ConnectorException, InterruptedException {
    return Synced.of(read(token, START, "projects")).projects();
  }

  /** The id of the user whose token this is. */
  String account(byte[] token) throws ConnectorException, InterruptedException {
    return Synced.of(read(token, START, "user")).account();
  }

  private Answer read(byte[] token, String since, String... kinds)
      throws ConnectorException, InterruptedException {
    return post(token, Map.of("sync_token", since, "resource_types", List.of(kinds)));
  }

  private Answer post(byte[] token, Map<String, ?> members)
      throws ConnectorException, InterruptedException {
    Answer answer = remote.to("sync").bearer(token).post(members);
    if (answer.status() == 429 && answer.retryAfter().isEmpty()) {
      throw ConnectorException.throttled(wait(answer));
    }
    return answer.accepted();
  }

  private static Optional<Duration> wait(Answer answer) {
    try {
      return wait(answer.json());
    } catch (ConnectorException none) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> wait(Json error) {
    OptionalLong seconds = error.at("error_extra").whole("retry_after");
    return seconds.isPresent() && seconds.getAsLong() >= 0
        ? Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), MOST_SECONDS)))
        : Optional.empty();
  }

  void execute(byte[] token, Command command) throws ConnectorException, InterruptedException {
    Map<String, ?> task = Map.of("id", command.key());
    switch (command.verb()) {
      case COMPLETE -> execute(token, command, "item_close", task);
      case REOPEN -> execute(token, command, "item_uncomplete", task);
      case POSTPONE -> {
        Optional<Map<String, ?>> due = moved(token, command);
        if (due.isPresent()) {
          Map<String, ?> moved = Map.of("id", command.key(), "due", due.get());
          execute(token, command, "item_update", moved);
        }
      }
    }
  }

  /** When a task is due after it was postponed; empty if it is not there, or not due at all. */
  private Optional<Map<String, ?>> moved(byte[] token, Command command)
      throws ConnectorException, InterruptedException {
    if (!command.key().matches(Item.ID_RULE)) {
      return Optional.empty();
    }
    Answer answer = remote.to("tasks/" + command.key()).bearer(token).get();
    return answer.status() == 404 || answer.status() == 410
        ? Optional.empty()
        : Due.moved(answer.accepted().json().at("due"), command.day().orElseThrow());
  }

  private void execute(byte[] token, Command command, String type, Map<String, ?> task)
      throws ConnectorException, InterruptedException {
    Map<String, ?> one = Map.of("type", type, "uuid", command.id(), "args", task);
    Json answer = post(token, Map.of("commands", List.of(one))).json();
    check(answer.at("sync_status").at(command.id()));
  }

  /** A task that is not there, or not ours any more, is left alone. */
  private static void check(Json status) throws ConnectorException {
    if (status.text().filter("ok"::equals).isPresent()) {
      return;
    }
    int code = (int) status.whole("http_code").orElse(0);
    String words = "command was refused with code " + code;
    switch (code) {
      case 401 -> throw ConnectorException.revoked(words);
      case 403 -> {
        if (status.text("error_tag").orElse("").startsWith("AUTH")) {
          throw ConnectorException.revoked(words);
        }
      }
      case 404, 410 -> {}
      case 429 -> throw ConnectorException.throttled(wait(status));
      case 500, 502, 503, 504 -> throw ConnectorException.unavailable(words, wait(status));
      default -> throw ConnectorException.malformed(words);
    }
  }
}
