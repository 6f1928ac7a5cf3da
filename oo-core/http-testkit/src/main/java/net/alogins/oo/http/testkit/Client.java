package net.alogins.oo.http.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BiConsumer;

/** One person at a server, or nobody; whatever the server answers is checked by the contract. */
public final class Client {

  private static final String JSON = "application/json";
  private static final OpenApi CONTRACT = OpenApi.document();
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final HttpClient HTTP = http();

  /** Servers close, unannounced, where they were asked oddly: no other question goes that way. */
  private static final HttpClient ODD = http();

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, String body) {

    /** The value of a header, or the empty text. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** The media type, without parameters. */
    public String contentType() {
      return header("Content-Type").split(";", -1)[0].strip();
    }

    /** The body as JSON. */
    public JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (JsonProcessingException malformed) {
        throw new IllegalStateException("an answer must be JSON but was " + body, malformed);
      }
    }

    /** The id of the tip in the body. */
    public String tip() {
      return json().at("/tip/id").textValue();
    }

    /** The detail of the problem in the body. */
    public String detail() {
      return json().at("/detail").asText();
    }
  }

  private final URI base;
  private final BiConsumer<HttpRequest.Builder, String> sign;
  private final String user;

  /** {@code user} at {@code base}; {@code sign} makes a request theirs. Nobody has no name. */
  public Client(URI base, BiConsumer<HttpRequest.Builder, String> sign, String user) {
    this.base = base;
    this.sign = sign;
    this.user = user;
  }

  /** Asks whatever can be thought of at the paths that match {@code paths}; nothing is found. */
  void tryAll(String paths) throws IOException, InterruptedException {
    Schemathesis.findsNothingAt(base, paths, request -> sign.accept(request, user));
  }

  /** Asks for {@code path}, which may have a query. */
  public Answer get(String path) {
    return checked("GET", path, request(path).GET());
  }

  /** Asks for a path that the contract need not have; nothing of the answer is checked. */
  Answer anything(String path) {
    return sent(ODD, request(path).GET().build());
  }

  /** Posts JSON. */
  public Answer post(String path, String json) {
    return post(path, JSON, json);
  }

  /** Posts a text of any type. */
  public Answer post(String path, String contentType, String body) {
    return send("POST", path, contentType, BodyPublishers.ofString(body));
  }

  /** Posts bytes as JSON. */
  public Answer post(String path, byte[] body) {
    return send("POST", path, JSON, BodyPublishers.ofByteArray(body));
  }

  /** Puts JSON in place of what has this tag. */
  public Answer put(String path, String json, String ifMatch) {
    HttpRequest.Builder request =
        request(path).header("Content-Type", JSON).header("If-Match", ifMatch);
    return checked("PUT", path, request.PUT(BodyPublishers.ofString(json)));
  }

  /** Puts JSON. */
  public Answer put(String path, String json) {
    return send("PUT", path, JSON, BodyPublishers.ofString(json));
  }

  /** Sends a body by any method. */
  Answer send(String method, String path, String contentType, BodyPublisher body) {
    return checked(
        method, path, request(path).header("Content-Type", contentType).method(method, body));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    if (!user.isEmpty()) {
      sign.accept(request, user);
    }
    return request;
  }

  private Answer checked(String method, String path, HttpRequest.Builder request) {
    Answer answer = sent(HTTP, request.build());
    CONTRACT.check(method, path.split("\\?", -1)[0], answer);
    return answer;
  }

  private static HttpClient http() {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  }

  private static Answer sent(HttpClient http, HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a request must not be interrupted", interrupt);
    }
  }
}
