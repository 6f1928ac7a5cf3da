package net.alogins.oo.benchmarks.bridge;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/** A nats-server with JetStream, for as long as it is open. */
final class Broker implements AutoCloseable {

  private final ProcessBuilder command;
  private final String url;
  private Process process;

  private Broker(ProcessBuilder command, String url) throws IOException {
    this.command = command;
    this.url = url;
    this.process = command.start();
  }

  /** One that keeps its streams in {@code store}. */
  static Broker start(String program, Path store) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ProcessBuilder command =
        new ProcessBuilder(
                program, "-js", "-a", "127.0.0.1", "-p", "" + port, "-sd", store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new Broker(command, "nats://127.0.0.1:" + port);
  }

  String url() {
    return url;
  }

  /** A connection to it, once it is there. */
  Connection connect() throws IOException, InterruptedException {
    return Nats.connectReconnectOnConnect(
        Options.builder()
            .server(url)
            .reconnectWait(Duration.ofMillis(50))
            .maxReconnects(100)
            .build());
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again, with what it has stored. */
  void restart() throws IOException {
    process = command.start();
  }

  @Override
  public void close() {
    kill();
  }
}
