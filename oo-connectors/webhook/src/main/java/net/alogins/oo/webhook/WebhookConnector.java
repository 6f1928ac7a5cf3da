package net.alogins.oo.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secret;

/**
 * Whatever pushes its tasks here, and wants to hear by a signed webhook what was done with them, or
 * which tips its person gets. The target of a connection is the address to send to, or empty if
 * nobody wants to hear; its secret is the text of a {@link WebhookSecret}.
 */
public final class WebhookConnector implements Connector {

  /** Its name. */
  public static final String NAME = "webhook";

  private static final Cursor PUSHED = new Cursor("pushed");
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;

  private final Egress egress;
  private final Optional<Telling> telling;

  private WebhookConnector(Egress egress, Optional<Telling> telling) {
    this.egress = egress;
    this.telling = telling;
  }

  /** One that sends by {@code egress}, which is closed after it. */
  public WebhookConnector(Egress egress) {
    this(egress, Optional.empty());
  }

  /**
   * The same, which also says what tips people get and how they answer, as it is in {@code log}
   * from when they connect: at least once, in order, with the same id when it is said again.
   */
  public WebhookConnector telling(EventLog log) {
    return new WebhookConnector(egress, Optional.of(new Telling(log)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean takesTarget() {
    return true;
  }

  @Override
  public Optional<String> objection(String target) {
    try {
      if (!target.isEmpty()) {
        egress.check(target);
      }
      return Optional.empty();
    } catch (EgressException failure) {
      return failure.kind() == EgressException.Kind.REFUSED
          ? Optional.of("begin with https:// and name a host, with a dot in it, that may be told")
          : Optional.empty();
    }
  }

  @Override
  public Optional<Supplier<String>> freshSecrets() {
    return Optional.of(WebhookSecret::fresh);
  }

  @Override
  public boolean isPushed() {
    return true;
  }

  @Override
  public boolean postpones() {
    return true;
  }

  @Override
  public boolean hears() {
    return telling.isPresent();
  }

  /** Nothing, and then nothing new: what there is will be pushed. Tells what there is to tell. */
  @Override
  public Fetch fetch(Access access, Optional<Cursor> since)
      throws ConnectorException, InterruptedException {
    if (telling.isPresent() && !access.target().isEmpty()) {
      return telling.get().on(access, since, (id, body) -> send(access, id, body));
    }
    return since.isEmpty()
        ? Fetch.everything(List.of()).then(PUSHED)
        : Fetch.changes(List.of()).then(since.get());
  }

  /** Says that a task is done, or is not done after all; its id is that of the command. */
  @Override
  public void execute(Access access, Command command)
      throws ConnectorException, InterruptedException {
    if (access.target().isEmpty()) {
      return;
    }
    send(access, command.id(), body(command).getBytes(StandardCharsets.UTF_8));
  }

  private void send(Access access, String id, byte[] body)
      throws ConnectorException, InterruptedException {
    Map<String, String> headers =
        access.with(
            Secret.ACCESS,
            secret ->
                new WebhookSigner(List.of(WebhookSecret.of(secret)))
                    .headers(id, access.now(), body));
    require(answer(access.target(), headers, body), access.now());
  }

  private static String body(Command command) {
    String type =
        switch (command.verb()) {
          case COMPLETE -> "task.completed";
          case REOPEN -> "task.reopened";
          case POSTPONE -> "task.postponed";
        };
    String due = command.day().map(day -> ",\"due\":\"" + day + "\"").orElse("");
    return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"key\":%s%s}}"
        .formatted(type, command.at(), JsonText.of(command.key()), due);
  }

  private Egress.Answer answer(String address, Map<String, String> headers, byte[] body)
      throws ConnectorException {
    try {
      return egress.post(address, headers, body);
    } catch (EgressException failure) {
      throw isRefused(address)
          ? ConnectorException.revoked(String.valueOf(failure.getMessage()))
          : ConnectorException.unavailable("nobody out there answers", Optional.empty());
    }
  }

  /** By how it is written; a name that leads inside is like one that leads nowhere. */
  private boolean isRefused(String address) {
    return objection(address).isPresent();
  }

  private static void require(Egress.Answer answer, Instant now) throws ConnectorException {
    int status = answer.status();
    if (status == GONE) {
      throw ConnectorException.revoked("the receiver of the webhook wants no more");
    }
    if (status == TOO_MANY) {
      throw ConnectorException.throttled(answer.pause(now));
    }
    if (status / 100 != 2) {
      throw ConnectorException.unavailable(
          "a webhook must be taken with 2xx but was not", answer.pause(now));
    }
  }
}
