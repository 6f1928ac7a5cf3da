package net.alogins.oo.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** An answer as any host can send it. */
public final class Response {

  private static final Map<String, String> FOR_ONE_READER = Map.of("Cache-Control", "no-store");

  private final int status;
  private final String contentType;
  private final Map<String, String> headers;
  private final Supplier<InputStream> body;

  private Response(
      int status, String contentType, Map<String, String> headers, Supplier<InputStream> body) {
    this.status = status;
    this.contentType = contentType;
    this.headers = headers;
    this.body = body;
  }

  static Response ok(Object wire) {
    return json(200, wire);
  }

  static Response json(int status, Object wire) {
    return written(status, Json.write(wire));
  }

  /** JSON that is written already. */
  static Response written(int status, String json) {
    return new Response(status, "application/json", FOR_ONE_READER, bytes(json));
  }

  static Response problem(Problem problem) {
    String body = Json.write(problem);
    return new Response(problem.status(), "application/problem+json", FOR_ONE_READER, bytes(body));
  }

  static Response yaml(String text) {
    return new Response(200, "application/yaml", Map.of(), bytes(text));
  }

  static Response metrics(String text) {
    return new Response(
        200, "text/plain; version=0.0.4; charset=utf-8", FOR_ONE_READER, bytes(text));
  }

  /** JSON that is made while it is sent. */
  static Response streamed(InputStream json) {
    return new Response(200, "application/json", FOR_ONE_READER, () -> json);
  }

  private static Supplier<InputStream> bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }

  /** The same, and a tag by which its reader may say later what they saw. */
  Response tagged() {
    return header("ETag", Tag.of(body()).value());
  }

  Response header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, contentType, Collections.unmodifiableMap(more), body);
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The Content-Type header. */
  public String contentType() {
    return contentType;
  }

  /** All other headers. */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * The bytes of the body, which may be made while they are read: once. A failure in the middle
   * ends it there; what there is of it is no JSON, so that nobody takes it for whole.
   */
  public InputStream stream() {
    return body.get();
  }

  /** The bytes of the body, all of them in memory. */
  public byte[] body() {
    try (InputStream stream = stream()) {
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
