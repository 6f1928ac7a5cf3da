package net.alogins.oo.benchmarks.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Anthropic's Messages API, as its reference has it (version 2023-06-01, structured outputs by
 * {@code output_config}): a request that it does not describe is answered with 400, and noted.
 */
final class FakeAnthropic implements AutoCloseable {

  static final String KEY = "sk-ant-s3cret";
  static final String MODEL = "claude-haiku-4-5";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private final List<String> deviations = new CopyOnWriteArrayList<>();
  private volatile Reply reply = message(text("{\"score\":0.25}"));

  /** What it answers. */
  record Reply(int status, String body) {}

  FakeAnthropic() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
  }

  /** The bodies that came. */
  List<JsonNode> asked() {
    return List.copyOf(asked);
  }

  /** What of the requests is not as the reference has it. */
  List<String> deviations() {
    return List.copyOf(deviations);
  }

  void answer(Reply newReply) {
    reply = newReply;
  }

  /** A block of text. */
  static String text(String text) {
    return JSON.createObjectNode().put("type", "text").put("text", text).toString();
  }

  /** A message of blocks that the model has written. */
  static Reply message(String... blocks) {
    return new Reply(
        200,
        """
        {"id":"msg_01XFDUDYJgAACzvnptvVoYEL","type":"message","role":"assistant",
         "model":"claude-haiku-4-5-20251001","content":[%s],"stop_reason":"end_turn",
         "stop_sequence":null,"usage":{"input_tokens":300,"cache_creation_input_tokens":0,
         "cache_read_input_tokens":0,"output_tokens":11,"service_tier":"standard"}}
        """
            .formatted(String.join(",", blocks)));
  }

  /** An error of a type. */
  static Reply error(int status, String type) {
    return new Reply(
        status,
        """
        {"type":"error","error":{"type":"%s","message":"no"},"request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
        """
            .formatted(type));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode json = JSON.readTree(body);
    asked.add(json);
    List<String> wrong = new Deviations(exchange, json).all();
    deviations.addAll(wrong);
    Reply answer = wrong.isEmpty() ? reply : error(400, "invalid_request_error");
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("request-id", "req_011CSHoEeqs5C35K2UUqR7Fy");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
