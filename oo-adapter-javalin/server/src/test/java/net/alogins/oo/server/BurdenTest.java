package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that would be a burden, were they taken: each is refused while others are served. */
class BurdenTest {

  private static final int SENDERS = 20;
  private static final long PIECE = 100;
  private static final long GIGABYTE = 1L << 30;

  @TempDir private static Path directory;
  private static ServerProcess server;
  private static Client others;

  @BeforeAll
  static void start() throws IOException {
    Path tasks = Files.writeString(directory.resolve("todo.txt"), "Water the plants\n");
    server = ServerProcess.on(directory.resolve("data"), tasks);
    others = new Client(server.address());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A question whose body is not there yet. */
  private static Socket asking(long bytes) throws IOException {
    Socket socket = new Socket(server.address().getHost(), server.address().getPort());
    socket.setSoTimeout(20_000);
    write(
        socket,
        "POST /v1/tips HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: "
            + bytes
            + "\r\n\r\n");
    return socket;
  }

  private static void write(Socket socket, String text) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String answer(Socket socket) throws IOException {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertOthersAreServed() throws IOException {
    assertThat(others.post("/v1/tips", "{}").statusCode()).isIn(200, 201);
  }

  @Test
  void who_sends_a_byte_now_and_then_is_refused_long_before_the_end() throws IOException {
    ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
    try {
      List<Socket> senders = new ArrayList<>();
      List<Future<?>> drips = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        Socket sender = asking(1_000);
        senders.add(sender);
        Runnable drip = () -> write(sender, " ");
        drips.add(hand.scheduleAtFixedRate(drip, PIECE, PIECE, TimeUnit.MILLISECONDS));
      }
      assertOthersAreServed();
      for (Socket sender : senders) {
        assertThat(answer(sender)).startsWith("HTTP/1.1 400").contains("body must arrive whole");
      }
      assertThat(drips).hasSameSizeAs(senders);
    } finally {
      hand.shutdownNow();
    }
  }

  @Test
  void of_a_gigabyte_a_few_megabytes_are_read() throws Exception {
    ExecutorService hand = Executors.newSingleThreadExecutor();
    try {
      Socket sender = asking(GIGABYTE);
      String piece = " ".repeat(1 << 20);
      Future<?> sending =
          hand.submit(
              () -> {
                for (long sent = 0; sent < GIGABYTE; sent += piece.length()) {
                  write(sender, piece);
                }
              });
      assertOthersAreServed();
      assertThat(answer(sender)).startsWith("HTTP/1.1 413").contains("262144");
      assertThat(sending).failsWithin(10, TimeUnit.SECONDS);
    } finally {
      hand.shutdownNow();
    }
  }

  @Test
  void ten_thousand_parameters_are_more_than_a_line_may_have() throws IOException {
    Client sender = new Client(server.address());

    assertThat(sender.get("/v1/tips?" + "a=1&".repeat(10_000)).statusCode()).isEqualTo(414);
    assertOthersAreServed();
  }
}
