package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

  @TempDir private Path directory;
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void a_request_that_does_not_end_is_cut_off_and_all_is_closed() throws Exception {
    DataDirectory data = new DataDirectory(directory.resolve("data"));
    Javalin web = endless();
    try (Server server = server(data, web)) {
      web.start("127.0.0.1", 0);
      try (Socket inside = ask(web.port())) {
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(server.drain()).isFalse();
        assertThat(inside.isConnected()).isTrue();
        assertThat(server.lastWords()).startsWith("oO stopped at row 0 with state ");
        assertThatThrownBy(data::open).hasMessageContaining("one server at a time");
      }
    } finally {
      released.countDown();
    }
    data.openExisting().close();
  }

  private static Server server(DataDirectory data, Javalin web) {
    Kept kept = data.open();
    Recommender recommender =
        Recommender.from(CandidateSource.immediate(context -> List.of()))
            .choosingWith(ServerModule.policy())
            .stores(kept.stores())
            .build();
    Settings settings = new Settings(Place.in(data), 0, List.of(), false);
    return new Server(
        settings,
        recommender,
        new Outside(Optional.empty(), Optional.empty(), Optional.empty()),
        kept,
        web,
        new Notice(settings));
  }

  /** A web whose only page takes until it is interrupted. */
  private Javalin endless() {
    return Javalin.create(
        config -> {
          config.startup.showJavalinBanner = false;
          config.jetty.modifyServer(
              jetty -> {
                jetty.setHandler(new GracefulHandler());
                jetty.setStopTimeout(100);
              });
          config.routes.get(
              "/",
              request -> {
                entered.countDown();
                released.await();
              });
        });
  }

  private static Socket ask(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
