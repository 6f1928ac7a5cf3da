package net.alogins.oo.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.alogins.oo.signal.ConnectorException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that closes some connections without an answer. */
class AgainTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int silences;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod());
          exchange.getRequestBody().readAllBytes();
          if (asked.size() > silences) {
            exchange.sendResponseHeaders(200, -1);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Answer send(String method) throws Exception {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return Remote.at(base, Remote.client(), Clock.systemUTC())
        .to("x")
        .accept("*/*")
        .send(method, "text/plain", new byte[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROPFIND", "REPORT", "PUT"})
  void what_may_be_asked_twice_is_asked_once_more(String method) throws Exception {
    silences = 1;

    assertThat(send(method).status()).isEqualTo(200);
    assertThat(asked).containsExactly(method, method);
  }

  @Test
  void and_not_more_often() {
    silences = 5;

    assertThat(Failing.of(() -> send("REPORT")).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(asked).hasSize(2);
  }

  @Test
  void what_may_not_be_is_not() {
    silences = 1;

    assertThat(Failing.of(() -> send("POST")).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(asked).containsExactly("POST");
  }
}
