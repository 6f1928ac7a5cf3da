package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowSenderTest {

  private static final int BYTES = 1_000;

  @TempDir private Path directory;

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Test
  void who_sends_a_byte_now_and_then_is_refused_long_before_the_end() throws IOException {
    Path tasks = Files.writeString(directory.resolve("todo.txt"), "Water the plants\n");
    ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
    try (ServerProcess server = ServerProcess.on(directory.resolve("data"), tasks);
        Socket socket = connected(server.address())) {
      OutputStream out = socket.getOutputStream();
      write(
          out,
          "POST /v1/tips HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: "
              + BYTES
              + "\r\n\r\n");
      ScheduledFuture<?> drip =
          hand.scheduleAtFixedRate(() -> write(out, " "), 100, 100, TimeUnit.MILLISECONDS);

      byte[] answer = socket.getInputStream().readAllBytes();

      assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 4");
      drip.cancel(true);
    } finally {
      hand.shutdownNow();
    }
  }

  private static Socket connected(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
    return socket;
  }
}
