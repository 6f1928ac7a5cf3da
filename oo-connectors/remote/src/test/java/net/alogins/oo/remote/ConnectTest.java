package net.alogins.oo.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.signal.ConnectorException;
import org.junit.jupiter.api.Test;

class ConnectTest {

  private static final int MORE_THAN_WAIT = 8;

  @Test
  void a_system_that_takes_no_connection_is_an_outage_in_time() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < MORE_THAN_WAIT; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        connect(socket, full);
      }
      URI base = URI.create("http://127.0.0.1:%d/".formatted(full.getLocalPort()));
      Remote remote =
          Remote.at(base, Remote.client(), Clock.systemUTC()).longest(Duration.ofMillis(300));

      assertThat(Failing.of(() -> remote.to("x").get()))
          .hasMessage("no answer within PT0.3S")
          .satisfies(
              failure -> assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.UNAVAILABLE));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Those for which there is no room any more do not come through. */
  private static void connect(Socket socket, ServerSocket full) throws IOException {
    try {
      socket.connect(full.getLocalSocketAddress(), 100);
    } catch (SocketTimeoutException noRoom) {
      assertThat(noRoom).isNotNull();
    }
  }
}
