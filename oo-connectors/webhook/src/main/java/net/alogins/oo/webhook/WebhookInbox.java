package net.alogins.oo.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.alogins.oo.remote.Digest;
import net.alogins.oo.remote.Json;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Pushed;
import net.alogins.oo.signal.Secret;

/**
 * Takes the tasks that anything pushes to a connection of {@link WebhookConnector}, signed with its
 * secret as Standard Webhooks 1.0 has it. What is taken is durable before the answer, and applied
 * once however often the message comes. A body is
 *
 * <pre>{@code
 * {"tasks": [{"id": "7", "title": "Water the plants", "due": "2026-03-01"},
 *            {"id": "6", "deleted": true}]}
 * }</pre>
 */
public final class WebhookInbox {

  /** The longest body, in bytes. */
  public static final int LARGEST = 256 << 10;

  /** The most tasks in one message. */
  public static final int MOST_TASKS = 1_000;

  private static final Answer TAKEN = new Answer(204, "");
  private static final String STRANGER =
      "a webhook must be signed with the secret of its connection";

  private final Connections connections;
  private final Clock clock;

  /** One for these connections. */
  public WebhookInbox(Connections connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * What to answer.
   *
   * @param status the status of HTTP: 204 if it was taken, now or before
   * @param words the rule that was broken; empty if none was
   */
  public record Answer(int status, String words) {}

  /**
   * Takes a message. A connection that is not there answers like one whose secret is another.
   *
   * @param headers the value of the header of a name, or the empty text
   * @param body the bytes as they came, before anybody has read them
   */
  public Answer take(ConnectionId to, UnaryOperator<String> headers, byte[] body)
      throws InterruptedException {
    if (body.length > LARGEST) {
      return new Answer(413, "body must be at most " + LARGEST + " bytes");
    }
    Optional<Signed> signed = Signed.of(headers);
    if (signed.isEmpty()) {
      return new Answer(
          401, "a webhook must have webhook-id, webhook-timestamp and webhook-signature");
    }
    try {
      return answer(
          connections.push(to, WebhookConnector.NAME, access -> push(access, signed.get(), body)));
    } catch (ConnectorException refused) {
      boolean isStranger = refused.kind() == ConnectorException.Kind.REVOKED;
      return new Answer(isStranger ? 401 : 400, String.valueOf(refused.getMessage()));
    }
  }

  private static Answer answer(Pushed pushed) {
    return switch (pushed) {
      case TAKEN, REPEATED -> TAKEN;
      case UNKNOWN -> new Answer(401, STRANGER);
      case REUSED -> new Answer(409, "webhook-id must be new for another message");
      case CROWDED -> new Answer(429, "webhooks must be fewer: try again in some minutes");
      case FULL -> new Answer(409, "a connection must have at most 10000 open tasks");
    };
  }

  /** Nothing is read before it is known from whom it is, and said only to them. */
  private Push push(Access access, Signed signed, byte[] body)
      throws ConnectorException, InterruptedException {
    if (!access.with(Secret.ACCESS, secret -> isBy(signed, secret, body))) {
      throw ConnectorException.revoked(STRANGER);
    }
    if (!signed.isTimely(clock.instant())) {
      throw ConnectorException.revoked("a webhook must be sent within five minutes of now");
    }
    String digest = Digest.of(new String(body, StandardCharsets.ISO_8859_1));
    return new Push(signed.id(), digest, signed.last(), changes(json(body)));
  }

  private static boolean isBy(Signed signed, byte[] secret, byte[] body) {
    try {
      return signed.isBy(WebhookSecret.of(secret), body);
    } catch (IllegalArgumentException noSecret) {
      return false;
    }
  }

  private static Json json(byte[] body) throws ConnectorException {
    try {
      return Json.of(body);
    } catch (ConnectorException malformed) {
      throw ConnectorException.malformed("body must be a JSON object");
    }
  }

  private static List<Change> changes(Json body) throws ConnectorException {
    List<Json> tasks = body.each("tasks").limit(MOST_TASKS + 1).toList();
    if (!body.names().equals(List.of("tasks")) || tasks.isEmpty() || tasks.size() > MOST_TASKS) {
      throw ConnectorException.malformed(
          "body must have 'tasks', an array of 1 to " + MOST_TASKS + ", and nothing else");
    }
    List<Change> changes = new ArrayList<>();
    for (Json task : tasks) {
      changes.add(new PushedTask(task, "tasks[" + changes.size() + "]").change());
    }
    return changes;
  }
}
