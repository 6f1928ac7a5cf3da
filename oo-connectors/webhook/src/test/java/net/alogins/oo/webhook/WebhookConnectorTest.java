package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.ConnectorException.Kind;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.TokenVault;
import net.alogins.oo.webhook.WebhookVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookConnectorTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SECRET = WebhookSecret.fresh();

  /** A connection that leads to {@code target}. */
  private record In(String target) implements Access {

    @Override
    public UserId user() {
      return new UserId("ada");
    }

    @Override
    public ConnectionId connection() {
      return new ConnectionId("one");
    }

    @Override
    public Instant now() {
      return NOON;
    }

    @Override
    public <T> T with(Secret secret, TokenVault.Use<T> use)
        throws ConnectorException, InterruptedException {
      return use.with(SECRET.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void replace(Secret secret, byte[] value) {}
  }

  private static Command command(Command.Verb verb) {
    return new Command("c0ffee", verb, "a \"key\"\\ ü\n", NOON.minusSeconds(60));
  }

  private static WebhookConnector to(Listener listener, Egress[] opened) {
    InetAddress there = listener.address();
    Guard guard = new Guard(host -> new InetAddress[] {there}, there::equals);
    opened[0] =
        Egress.of(guard, List.of(), new Wiring(Duration.ofSeconds(30), true, Optional.empty()));
    return new WebhookConnector(opened[0]);
  }

  private static List<String> heads(int status, Command.Verb verb) throws Exception {
    Egress[] opened = new Egress[1];
    try (Listener listener =
        Listener.on("127.0.0.1", 0, Listener.saying("HTTP/1.1 " + status + " x\r\n\r\n"))) {
      to(listener, opened).execute(new In(address(listener)), command(verb));
      return listener.heads();
    } finally {
      opened[0].close();
    }
  }

  private static String address(Listener listener) {
    return "http://hooks.example:" + listener.port() + "/done";
  }

  private static Map<String, String> headers(String head) {
    return head.lines()
        .filter(line -> line.contains(": "))
        .collect(Collectors.toMap(line -> line.split(": ", 2)[0], line -> line.split(": ", 2)[1]));
  }

  @ParameterizedTest
  @CsvSource({"COMPLETE, task.completed", "REOPEN, task.reopened"})
  void what_was_done_is_said_and_signed(Command.Verb verb, String type) throws Exception {
    String body =
        "{\"type\":\""
            + type
            + "\",\"timestamp\":\"2026-03-01T11:59:00Z\","
            + "\"data\":{\"key\":\"a \\\"key\\\"\\\\ \\u00fc\\u000a\"}}";
    WebhookVerifier verifier =
        new WebhookVerifier(List.of(WebhookSecret.of(SECRET)), Clock.fixed(NOON, ZoneOffset.UTC));

    Map<String, String> headers = headers(heads(204, verb).get(0));

    assertThat(headers).containsEntry("webhook-id", "c0ffee");
    assertThat(verifier.verdict(headers, body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Verdict.GENUINE);
  }

  @ParameterizedTest
  @CsvSource({
    "301, UNAVAILABLE",
    "400, UNAVAILABLE",
    "401, UNAVAILABLE",
    "410, REVOKED",
    "429, THROTTLED",
    "500, UNAVAILABLE"
  })
  void what_was_not_taken_is_said_again_or_never(int status, Kind kind) {
    assertThatThrownBy(() -> heads(status, Command.Verb.COMPLETE))
        .isInstanceOfSatisfying(
            ConnectorException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void an_address_inside_is_never_sent_to() {
    try (Egress egress = Egress.toAnybody()) {
      WebhookConnector connector = new WebhookConnector(egress);
      assertThatThrownBy(
              () -> connector.execute(new In("https://127.0.0.1/"), command(Command.Verb.COMPLETE)))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              failure -> assertThat(failure.kind()).isEqualTo(Kind.REVOKED));
    }
  }

  @Test
  void a_name_that_leads_inside_is_like_one_that_leads_nowhere() {
    Wiring wiring = new Wiring(Duration.ofSeconds(30), false, Optional.empty());
    Guard guard = new Guard(WebhookConnectorTest::lookUp, Reach::isPublic);
    try (Egress egress = Egress.of(guard, List.of(), wiring)) {
      WebhookConnector connector = new WebhookConnector(egress);
      assertThat(
              Stream.of("https://private.example/", "https://nobody.example/")
                  .map(
                      address ->
                          connector.objection(address)
                              + ", "
                              + catchThrowableOfType(
                                  ConnectorException.class,
                                  () ->
                                      connector.execute(
                                          new In(address), command(Command.Verb.COMPLETE)))))
          .containsOnly(
              "Optional.empty, "
                  + ConnectorException.unavailable("nobody out there answers", Optional.empty()));
    }
  }

  private static InetAddress[] lookUp(String host) throws UnknownHostException {
    if (!host.equals("private.example")) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {InetAddress.getByName("10.0.0.1")};
  }

  @Test
  void where_nobody_wants_to_hear_nothing_is_sent() throws Exception {
    try (Egress egress = Egress.toAnybody()) {
      new WebhookConnector(egress).execute(new In(""), command(Command.Verb.COMPLETE));
    }
  }

  @Test
  void what_was_pushed_stands_whatever_is_fetched() throws Exception {
    try (Egress egress = Egress.toAnybody()) {
      WebhookConnector connector = new WebhookConnector(egress);
      Fetch first = connector.fetch(new In(""), Optional.empty());

      assertThat(first.changes()).isEmpty();
      assertThat(first.startsOver()).isTrue();
      assertThat(first.isLast()).isTrue();
      Fetch later = connector.fetch(new In(""), Optional.of(first.next()));
      assertThat(later.startsOver()).isFalse();
      assertThat(later.next()).isEqualTo(first.next());
      assertThat(connector.name()).isEqualTo(WebhookConnector.NAME);
    }
  }
}
