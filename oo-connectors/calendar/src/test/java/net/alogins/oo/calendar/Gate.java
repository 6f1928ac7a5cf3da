package net.alogins.oo.calendar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a real server: hands on what comes, or does what goes wrong with servers. */
final class Gate implements AutoCloseable {

  private static final List<String> HANDED_ON =
      List.of("Authorization", "Content-Type", "Depth", "If-Match", "Accept");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final URI behind;
  private volatile Optional<Fault> fault = Optional.empty();
  private volatile Runnable beforePut = () -> {};

  /** An answer in the place of that of the server. */
  record Fault(int status, Map<String, String> headers, String body) {}

  Gate(URI behind) throws IOException {
    this.behind = behind;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** What it was asked, in order: method and path. */
  List<String> asked() {
    return asked;
  }

  void always(Fault newFault) {
    fault = Optional.of(newFault);
  }

  void heal() {
    fault = Optional.empty();
  }

  /** What happens just before something is written. */
  void beforePut(Runnable happens) {
    beforePut = happens;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
    if (exchange.getRequestMethod().equals("PUT")) {
      beforePut.run();
    }
    Optional<Fault> wrong = fault;
    if (wrong.isPresent()) {
      wrong.get().headers().forEach(exchange.getResponseHeaders()::add);
      end(exchange, wrong.get().status(), wrong.get().body().getBytes(StandardCharsets.UTF_8));
      return;
    }
    handOn(exchange, body);
  }

  private void handOn(HttpExchange exchange, byte[] body) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String name : HANDED_ON) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> headers.put(name, value));
    }
    Exchange answer =
        Exchange.of(
            behind.resolve(exchange.getRequestURI().getRawPath()),
            exchange.getRequestMethod(),
            headers,
            body);
    for (String name : List.of("Content-Type", "ETag", "Location")) {
      Optional.ofNullable(answer.headers().get(name))
          .ifPresent(value -> exchange.getResponseHeaders().add(name, value));
    }
    end(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static void end(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
