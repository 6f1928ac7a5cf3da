package net.alogins.oo.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;

/** One of several servers on one database, which is killed, or stands still, and comes back. */
final class ClusterHost implements AutoCloseable {

  private static final int ATTEMPTS = 20;

  private final ProcessBuilder command;
  private final URI address;
  private final Troubles troubles = new Troubles();
  private ServerProcess process;

  /** Starts what {@code command} says, on a port that it keeps. */
  ClusterHost(ProcessBuilder command) throws IOException {
    int port = freePort();
    this.command = command;
    command.command().addAll(List.of("--port", "" + port));
    this.address = URI.create("http://127.0.0.1:" + port + "/");
    this.process = ServerProcess.of(command);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  URI address() {
    return address;
  }

  Troubles troubles() {
    return troubles;
  }

  /** Ends it as a power cut would. */
  void kill() {
    troubles.begin();
    process.kill();
  }

  /** Starts it again, and again while it cannot, as whoever looks after a server does. */
  void revive() throws IOException {
    IOException failed = new IOException("the server must start");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        process = ServerProcess.of(command);
        troubles.end();
        return;
      } catch (IOException again) {
        failed = again;
      }
    }
    throw failed;
  }

  /** It stands still, and knows nothing of that. */
  void pause() {
    troubles.begin();
    process.signal("STOP");
  }

  /** It goes on where it stood. */
  void resume() {
    process.signal("CONT");
    troubles.end();
  }

  /** Ends it as an operator would; its last words. */
  String stop() {
    troubles.begin();
    return process.stop();
  }

  @Override
  public void close() {
    process.close();
  }
}
