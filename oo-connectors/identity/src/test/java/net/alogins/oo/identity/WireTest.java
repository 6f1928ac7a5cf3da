package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private URI answered(HttpHandler how) {
    server.createContext("/", how);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Test
  void an_answer_of_exactly_the_limit_is_read_and_one_byte_more_is_not() throws IOException {
    URI address =
        answered(
            exchange -> {
              int length = Integer.parseInt(exchange.getRequestURI().getQuery());
              exchange.sendResponseHeaders(200, 0);
              exchange
                  .getResponseBody()
                  .write("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
              exchange.close();
            });
    Wire wire = new Wire();

    assertThat(wire.get(address.resolve("?131072"))).hasSize(131_072);
    assertThatThrownBy(() -> wire.get(address.resolve("?131073")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer than 131072 bytes");
  }

  @Test
  void an_answer_that_never_comes_is_not_waited_for() {
    URI address = answered(exchange -> hang());

    assertThatThrownBy(() -> new Wire(Duration.ofMillis(200)).get(address))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no answer within");
  }

  @Test
  void an_answer_that_never_ends_is_not_waited_for() {
    URI address =
        answered(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('x');
              exchange.getResponseBody().flush();
              hang();
            });

    assertThatThrownBy(() -> new Wire(Duration.ofMillis(500)).get(address))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no answer within");
  }

  private void hang() {
    try {
      over.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_redirect_is_not_followed() {
    URI address =
        answered(
            exchange -> {
              exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
              exchange.sendResponseHeaders(302, -1);
              exchange.close();
            });

    assertThatThrownBy(() -> new Wire().get(address))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("status 302");
  }

  @Test
  void who_does_not_listen_is_an_outage() {
    assertThatThrownBy(() -> new Wire().get(URI.create("http://127.0.0.1:1/")))
        .isInstanceOf(IOException.class);
  }
}
