package net.alogins.oo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A program on the same machine that talks to the server. */
final class Client {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;
  private final AtomicLong cut = new AtomicLong();

  Client(URI address) {
    this.address = address;
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET());
  }

  HttpResponse<String> post(String path, String body) throws IOException {
    return send("POST", path, body);
  }

  HttpResponse<String> put(String path, String body) throws IOException {
    return send("PUT", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body) throws IOException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The id of the tip that is open now, or decided now. */
  String tip() throws IOException {
    return tip(post("/v1/tips", "{}").body());
  }

  /** The id of the tip in an answer; empty if there is none. */
  static String tip(String body) throws IOException {
    return JSON.readTree(body).path("tip").path("id").asText();
  }

  /** Whether the server acknowledged the reaction. */
  boolean react(String tip, String kind, String id) throws IOException {
    return post(
                "/v1/feedback",
                "{\"tip\":\"%s\",\"kind\":\"%s\",\"id\":\"%s\"}".formatted(tip, kind, id))
            .statusCode()
        == 200;
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /** How many answers began and did not end. */
  long cut() {
    return cut.get();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    AtomicBoolean hasBegun = new AtomicBoolean();
    BodyHandler<String> body =
        head -> {
          hasBegun.set(true);
          return BodyHandlers.ofString().apply(head);
        };
    try {
      return http.send(request.timeout(PATIENCE).build(), body);
    } catch (IOException broken) {
      cut.addAndGet(hasBegun.get() ? 1 : 0);
      throw broken;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
