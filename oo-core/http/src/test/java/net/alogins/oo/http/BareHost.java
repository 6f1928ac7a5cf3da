package net.alogins.oo.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.alogins.oo.id.UserId;

/** The least that can host the operations: the JDK's own server, and users by a header. */
final class BareHost implements AutoCloseable {

  static final String USER = "Test-User";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, Operation> operations = new HashMap<>();

  BareHost(List<Operation> mounted) throws IOException {
    mounted.forEach(o -> operations.put(o.method() + " " + o.path(), o));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String place = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Operation operation = operations.get(place);
      if (operation == null) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      Response response = operation.answer(request(exchange));
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      response.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = response.body();
      exchange.sendResponseHeaders(response.status(), body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static Request request(HttpExchange exchange) {
    return new Request(
        header(exchange, USER).map(UserId::new),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        header(exchange, "Content-Type").orElse(""),
        exchange.getRequestBody());
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
