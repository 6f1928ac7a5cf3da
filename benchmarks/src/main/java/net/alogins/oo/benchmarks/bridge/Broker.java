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

  private final Process process;
  private final String url;

  private Broker(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** One that keeps its streams in {@code store}. */
  static Broker start(String program, Path store) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                program, "-js", "-a", "127.0.0.1", "-p", "" + port, "-sd", store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Broker(process, "nats://127.0.0.1:" + port);
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

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
