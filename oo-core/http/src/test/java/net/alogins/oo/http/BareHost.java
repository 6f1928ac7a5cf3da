package net.alogins.oo.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.alogins.oo.http.testkit.HttpContract;
import net.alogins.oo.id.UserId;

/** The least that can host the operations: the JDK's own server, and users by a header. */
final class BareHost implements AutoCloseable {

  static final String USER = "Authorization";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Operation> operations;

  BareHost(List<Operation> operations) throws IOException {
    this.operations = operations;
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
      Optional<Operation> operation =
          operations.stream().filter(each -> isMeant(each, exchange)).findFirst();
      if (operation.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Response response = operation.get().answer(request(exchange));
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      response.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = response.body();
      exchange.sendResponseHeaders(response.status(), body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static boolean isMeant(Operation operation, HttpExchange exchange) {
    return operation.method().name().equals(exchange.getRequestMethod())
        && exchange
            .getRequestURI()
            .getRawPath()
            .matches(operation.path().replaceAll("\\{\\w+}", "[^/]+"));
  }

  private static Request request(HttpExchange exchange) {
    Optional<String> user = header(exchange, USER);
    return new Request(
        new Caller(
            user.map(UserId::new),
            Role.valueOf(user.map(HttpContract::roleOf).orElse("NONE")),
            Optional.of(exchange.getRemoteAddress().getAddress().getHostAddress())),
        exchange.getRequestURI().getRawPath(),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        name -> header(exchange, name).orElse(""),
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
