package net.alogins.oo.remote;

import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.signal.ConnectorException;

/** What a system has answered, of which nothing is understood yet. */
public final class Answer {

  private final int status;
  private final HttpHeaders headers;
  private final List<ByteBuffer> body;
  private final Clock clock;

  Answer(int status, HttpHeaders headers, List<ByteBuffer> body, Clock clock) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.clock = clock;
  }

  /** Its status, 200 for example. */
  public int status() {
    return status;
  }

  /** Its first header of this name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * How long it asks to wait, at most an hour. A date is taken by its own clock, if it says what
   * time that has.
   */
  public Optional<Duration> retryAfter() {
    return header("Retry-After")
        .flatMap(value -> RetryAfter.of(value, header("Date"), clock.instant()));
  }

  /**
   * How long until the second since 1970 that a header says, at most an hour, by the same clock.
   */
  public Optional<Duration> until(String name) {
    return header(name).flatMap(value -> RetryAfter.at(value, header("Date"), clock.instant()));
  }

  boolean isOutage() {
    return status >= 500;
  }

  /**
   * This, if its status is one of success.
   *
   * @throws ConnectorException what its status means otherwise
   */
  public Answer accepted() throws ConnectorException {
    if (status >= 200 && status < 300) {
      return this;
    }
    String words = "answered with status " + status;
    throw switch (status) {
      case 401, 403 -> ConnectorException.revoked(words);
      case 410 -> ConnectorException.stale();
      case 429 -> ConnectorException.throttled(retryAfter());
      case 408, 425 -> ConnectorException.unavailable(words, retryAfter());
      default ->
          isOutage()
              ? ConnectorException.unavailable(words, retryAfter())
              : ConnectorException.malformed(words);
    };
  }

  /**
   * Its JSON object.
   *
   * @throws ConnectorException malformed, if it is none, or exceeds the limits of one
   */
  public Json json() throws ConnectorException {
    return json(Map.of());
  }

  /**
   * Its JSON object; the elements of the arrays that {@code parts} names are handed over one by
   * one, in their order, and are not in it.
   *
   * @throws ConnectorException malformed, if it is none, or exceeds the limits of one
   */
  public Json json(Map<String, Part> parts) throws ConnectorException {
    return Json.read(bytes(), parts);
  }

  /**
   * Hands over the elements of its JSON array one by one, in their order.
   *
   * @throws ConnectorException malformed, if it is none, or exceeds the limits of one
   */
  public void each(Part part) throws ConnectorException {
    Json.each(bytes(), part);
  }

  /** Its bytes, whatever they are, from the first. */
  public InputStream body() {
    return new Parts(body);
  }

  private InputStream bytes() throws ConnectorException {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.matches("application/(.+\\+)?json\\b.*")) {
      throw ConnectorException.malformed("answer must be JSON but its type is another");
    }
    return body();
  }

  /** What takes the elements of an array. */
  @FunctionalInterface
  public interface Part {

    /** Takes the next. */
    void take(Json element) throws ConnectorException;
  }
}
