package net.alogins.oo.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** An OpenAI-compatible server that answers as it is told, and remembers what it was asked. */
@NullMarked
public final class FakeLlm implements AutoCloseable {

  /** What it says its model is. */
  public static final String MODEL = "qwen2.5:7b-instruct";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Answering answering = suggesting("Fill the watering can");

  private FakeLlm(HttpServer server) {
    this.server = server;
  }

  /** A request that came. */
  public record Asked(String path, String authorization, String text) {

    /** Its JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException malformed) {
        throw new IllegalStateException(malformed);
      }
    }

    /** The message number {@code i}. */
    public String message(int i) {
      return json().path("messages").path(i).path("content").asText();
    }
  }

  /** How it answers. */
  @FunctionalInterface
  public interface Answering {
    /** Answers, or does something else. */
    void answer(HttpExchange exchange, Asked asked, FakeLlm server) throws Exception;
  }

  /** Listens on a free port of this machine. */
  public static FakeLlm start() {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeLlm fake = new FakeLlm(http);
      http.setExecutor(fake.threads);
      http.createContext("/", fake::handle);
      http.start();
      return fake;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void handle(HttpExchange exchange) {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String authorization =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
      Asked request = new Asked(exchange.getRequestURI().getPath(), authorization, body);
      asked.add(request);
      answering.answer(exchange, request, this);
    } catch (Exception hungUp) {
      exchange.close();
    }
  }

  /** The address that its models are at. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
  }

  /** What it was asked until now. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** From now on answers so. */
  public void answer(Answering how) {
    answering = how;
  }

  /** Suggestions of ten minutes each. */
  public static Answering suggesting(String... titles) {
    return content(suggestions(titles));
  }

  /** The JSON of suggestions of ten minutes each. */
  public static String suggestions(String... titles) {
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode all = reply.putArray("suggestions");
    for (String title : titles) {
      all.addObject().put("title", title).put("minutes", 10);
    }
    return reply.toString();
  }

  /** Any text as the model's. */
  public static Answering content(String text) {
    return (exchange, asked, server) -> send(exchange, 200, completion(text));
  }

  /** A chat completion whose model wrote {@code text}. */
  public static String completion(String text) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", MODEL);
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text);
    answer
        .putObject("usage")
        .put("prompt_tokens", 120)
        .put("completion_tokens", 30)
        .put("total_tokens", 150);
    return answer.toString();
  }

  /** For each text, as {@code model}, the direction that {@code directions} give it. */
  public static Answering embedding(String model, Function<String, float[]> directions) {
    return (exchange, asked, server) -> {
      ObjectNode answer = JSON.createObjectNode().put("object", "list").put("model", model);
      ArrayNode data = answer.putArray("data");
      for (JsonNode text : asked.json().path("input")) {
        ObjectNode one = data.addObject().put("object", "embedding").put("index", data.size() - 1);
        ArrayNode numbers = one.putArray("embedding");
        for (float number : directions.apply(text.asText())) {
          numbers.add(number);
        }
      }
      send(exchange, 200, answer.toString());
    };
  }

  /** A whole answer of JSON. */
  public static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Waits so long, or until this is closed. */
  public boolean pause(long millis) throws InterruptedException {
    return closed.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
