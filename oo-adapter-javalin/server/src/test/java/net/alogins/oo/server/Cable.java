package net.alogins.oo.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a port of this machine, by a port of its own, that can be cut: nobody is told. */
final class Cable implements AutoCloseable {

  private static final int BYTES = 8192;

  private final ServerSocket door;
  private final int to;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  /** A way to {@code port}. */
  Cable(int port) throws IOException {
    to = port;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    ends.add(near);
    try {
      Socket far = isCut ? new Socket() : new Socket(InetAddress.getLoopbackAddress(), to);
      if (far.isConnected()) {
        ends.add(far);
        threads.execute(() -> carry(near, far));
        threads.execute(() -> carry(far, near));
      }
    } catch (IOException nobodyThere) {
      end(near);
    }
  }

  /** What is on its way when it is cut is lost. */
  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (!isCut) {
          out.write(bytes, 0, count);
        }
      }
    } catch (IOException gone) {
      return;
    } finally {
      ends.remove(from);
      ends.remove(to);
    }
  }

  /** Cuts it, or mends it: what went over it until then has to begin anew. */
  void isCut(boolean isToBeCut) {
    isCut = isToBeCut;
    if (!isToBeCut) {
      ends.forEach(Cable::end);
      ends.clear();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException ended) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    isCut(false);
    threads.shutdownNow();
  }
}
