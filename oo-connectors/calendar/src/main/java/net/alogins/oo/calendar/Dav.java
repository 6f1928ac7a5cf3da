package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.remote.Request;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Secret;

/**
 * What is asked of one calendar by CalDAV (RFC 4791, RFC 6578), for as long as one call lasts. The
 * secret is a name and a password with a colon between, or a token.
 */
final class Dav {

  /** The most resources that are asked for at once. */
  static final int MOST_AT_ONCE = 200;

  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MULTISTATUS = 207;
  private static final List<Integer> REFUSALS = List.of(400, 403, 409, 412);
  private static final String XML = "application/xml; charset=utf-8";
  private static final String ICS = "text/calendar; charset=utf-8";
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String NAMESPACES =
      " xmlns=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\"";
  private static final String DATA = "<prop><getetag/><c:calendar-data/></prop>";

  private final Remote remote;
  private final Place place;
  private final Access access;

  Dav(Remote remote, Place place, Access access) {
    this.remote = remote.mostBytes(MOST_BYTES).longest(LONGEST);
    this.place = place;
    this.access = access;
  }

  /** What the resource at {@code path} is and, of depth 1, what is in it. */
  Answer properties(String path, String depth) throws ConnectorException, InterruptedException {
    String body =
        "<propfind"
            + NAMESPACES
            + "><prop><resourcetype/><sync-token/><current-user-principal/><c:calendar-home-set/></prop></propfind>";
    return send(path, "PROPFIND", depth, body);
  }

  /** What has changed since {@code token}. */
  Multistatus changes(String token) throws ConnectorException, InterruptedException {
    String body =
        "<sync-collection%s><sync-token>%s</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>"
            .formatted(NAMESPACES, escaped(token));
    return ask("REPORT", "0", body);
  }

  /** All tasks. */
  Multistatus tasks() throws ConnectorException, InterruptedException {
    return query("<c:comp-filter name=\"VTODO\"/>");
  }

  /** The events of some time. */
  Multistatus events(Window window) throws ConnectorException, InterruptedException {
    return query(
        "<c:comp-filter name=\"VEVENT\"><c:time-range start=\"%s\" end=\"%s\"/></c:comp-filter>"
            .formatted(utc(window.from()), utc(window.to())));
  }

  private static String utc(ZonedDateTime at) {
    return UTC.format(at);
  }

  private Multistatus query(String filter) throws ConnectorException, InterruptedException {
    String body =
        "<c:calendar-query%s>%s<c:filter><c:comp-filter name=\"VCALENDAR\">%s</c:comp-filter></c:filter></c:calendar-query>"
            .formatted(NAMESPACES, DATA, filter);
    return ask("REPORT", "1", body);
  }

  /** What is in some resources, {@value #MOST_AT_ONCE} at most. */
  Multistatus some(List<String> keys) throws ConnectorException, InterruptedException {
    String hrefs =
        keys.stream()
            .map(key -> "<href>" + escaped(place.of(key)) + "</href>")
            .collect(Collectors.joining());
    String body =
        "<c:calendar-multiget%s>%s%s</c:calendar-multiget>".formatted(NAMESPACES, DATA, hrefs);
    return ask("REPORT", "1", body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private Multistatus ask(String method, String depth, String body)
      throws ConnectorException, InterruptedException {
    Answer answer = send(place.path(), method, depth, body);
    if (REFUSALS.contains(answer.status()) && isStale(answer)) {
      throw ConnectorException.stale();
    }
    return several(answer);
  }

  private Answer send(String path, String method, String depth, String body)
      throws ConnectorException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return access.with(
        Secret.ACCESS,
        secret -> signed(path, secret).header("Depth", depth).send(method, XML, bytes));
  }

  /** What an answer says of several resources. */
  static Multistatus several(Answer answer) throws ConnectorException {
    if (answer.accepted().status() != MULTISTATUS) {
      throw ConnectorException.malformed("answer must be of several resources but was not");
    }
    return Multistatus.of(answer.body());
  }

  private static boolean isStale(Answer answer) {
    try {
      return Multistatus.of(answer.body()).has("valid-sync-token");
    } catch (ConnectorException other) {
      return false;
    }
  }

  private Request signed(String path, byte[] secret) throws ConnectorException {
    Request request = remote.to(path).accept("*/*");
    int colon = 0;
    while (colon < secret.length && secret[colon] != ':') {
      colon++;
    }
    if (colon == secret.length) {
      return request.bearer(secret);
    }
    byte[] password = Arrays.copyOfRange(secret, colon + 1, secret.length);
    try {
      return request.basic(new String(secret, 0, colon, StandardCharsets.UTF_8), password);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  /**
   * A resource as it stands.
   *
   * @param tag what it is known by until it changes
   */
  record Resource(String text, String tag) {}

  /** The resource of this key; empty if there is none. */
  Optional<Resource> get(String key) throws ConnectorException, InterruptedException {
    Answer answer = access.with(Secret.ACCESS, secret -> signed(place.of(key), secret).get());
    if (answer.status() == 404 || answer.status() == 410) {
      return Optional.empty();
    }
    String tag =
        answer
            .accepted()
            .header("ETag")
            .orElseThrow(() -> ConnectorException.malformed("resource must have an ETag"));
    return Optional.of(new Resource(text(answer), tag));
  }

  private static String text(Answer answer) {
    try {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Writes a resource that is still what it was.
   *
   * @throws ConnectorException unavailable, if it is not: whoever tries again reads it anew
   */
  void put(String key, Resource changed) throws ConnectorException, InterruptedException {
    Answer answer =
        access.with(
            Secret.ACCESS,
            secret ->
                signed(place.of(key), secret)
                    .header("If-Match", changed.tag())
                    .send("PUT", ICS, changed.text().getBytes(StandardCharsets.UTF_8)));
    if (answer.status() == 412) {
      throw ConnectorException.unavailable(
          "resource has changed in between", Optional.of(Duration.ofSeconds(1)));
    }
    if (answer.status() == 403) {
      throw ConnectorException.malformed("resource must be one that may be changed");
    }
    answer.accepted();
  }
}
