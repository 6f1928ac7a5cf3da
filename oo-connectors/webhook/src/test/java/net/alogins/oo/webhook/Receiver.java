package net.alogins.oo.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Whoever is told by webhooks, on this machine; for the tests of others, too. */
public final class Receiver implements AutoCloseable {

  private static final List<String> HEADERS =
      List.of(WebhookSigner.ID, WebhookSigner.TIMESTAMP, WebhookSigner.SIGNATURE);

  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<Runnable>> beforeAnswer =
      new AtomicReference<>(Optional.empty());
  private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();

  /**
   * What came.
   *
   * @param headers those of Standard Webhooks
   */
  public record Message(Map<String, String> headers, String body) {

    /** Which message it is, the same when it comes again. */
    public String id() {
      return headers.getOrDefault(WebhookSigner.ID, "");
    }

    /** What it tells. */
    public String type() {
      return body.replaceFirst(".*\"type\":\"([^\"]*)\".*", "$1");
    }

    /** Whether it was signed by {@code secret}. */
    boolean isBy(String secret) {
      return Signed.of(name -> headers.getOrDefault(name, ""))
          .filter(
              signed ->
                  signed.isBy(WebhookSecret.of(secret), body.getBytes(StandardCharsets.UTF_8)))
          .isPresent();
    }
  }

  private Receiver(HttpServer server) {
    this.server = server;
  }

  /** Starts one. */
  public static Receiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Receiver receiver = new Receiver(server);
    server.createContext("/", receiver::handle);
    server.start();
    return receiver;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new java.util.HashMap<>();
      HEADERS.forEach(
          name -> headers.put(name, String.valueOf(exchange.getRequestHeaders().getFirst(name))));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      messages.add(new Message(headers, body));
      beforeAnswer.getAndSet(Optional.empty()).ifPresent(Runnable::run);
      Integer status = statuses.poll();
      exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    }
  }

  /** Answers the next ones so, and those after them with 204. */
  void next(Integer... answers) {
    statuses.addAll(List.of(answers));
  }

  /** What happens before the next answer. */
  public void beforeAnswer(Runnable happens) {
    beforeAnswer.set(Optional.of(happens));
  }

  /** What has come. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  List<String> types() {
    return messages.stream().map(Message::type).toList();
  }

  /** Where it is told. */
  public String address() {
    return "http://hooks.example:" + server.getAddress().getPort() + "/";
  }

  /** One that sends here, and nowhere else. */
  Egress egress() {
    return egress(server.getAddress().getAddress());
  }

  /** One that sends to this machine, whatever the name, and nowhere else. */
  public static Egress toThisMachine() {
    return egress(InetAddress.getLoopbackAddress());
  }

  /** One that sends to {@code here}, whatever the name, and nowhere else. */
  static Egress egress(InetAddress here) {
    Guard guard = new Guard(host -> new InetAddress[] {here}, here::equals);
    return Egress.of(guard, List.of(), new Wiring(Duration.ofSeconds(30), true, Optional.empty()));
  }

  /** Nobody is told any more. */
  @Override
  public void close() {
    server.stop(0);
  }
}
