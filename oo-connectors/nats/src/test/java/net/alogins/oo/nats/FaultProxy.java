package net.alogins.oo.nats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A way to a server on this machine that can break: connections can be cut, and refused from then
 * on, or nothing goes through them any more, in either direction, while they stand.
 */
public final class FaultProxy implements AutoCloseable {

  private static final int PIECE = 16 << 10;

  private enum State {
    WHOLE,
    STALLED,
    CUT
  }

  private final ServerSocket door;
  private final InetSocketAddress server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong passed = new AtomicLong();
  private State state = State.WHOLE;

  private FaultProxy(ServerSocket door, InetSocketAddress server) {
    this.door = door;
    this.server = server;
  }

  /** A way to what listens, or will listen, on {@code port} of the loopback address. */
  public static FaultProxy to(int port) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    FaultProxy proxy =
        new FaultProxy(new ServerSocket(0, 50, here), new InetSocketAddress(here, port));
    proxy.start("oo-fault-door", proxy::letIn);
    return proxy;
  }

  /** The port that leads there. */
  public int port() {
    return door.getLocalPort();
  }

  /** How many bytes went through, in both directions. */
  public long passed() {
    return passed.get();
  }

  /** Ends every connection, and refuses new ones. */
  public synchronized void cut() {
    become(State.CUT);
    open.forEach(FaultProxy::end);
  }

  /** Lets nothing through any more; what is sent waits, and nobody is told. */
  public synchronized void stall() {
    become(State.STALLED);
  }

  /** Lets everything through, also what has waited. */
  public synchronized void heal() {
    become(State.WHOLE);
  }

  private synchronized void become(State next) {
    state = next;
    notifyAll();
  }

  private synchronized boolean isCut() {
    return state == State.CUT;
  }

  private synchronized void awaitPassage() throws InterruptedException {
    while (state == State.STALLED) {
      wait();
    }
  }

  private void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        Socket from = door.accept();
        open.add(from);
        start("oo-fault-way", () -> connect(from));
      } catch (IOException closing) {
        end(door);
      }
    }
  }

  private void connect(Socket from) {
    Socket to = new Socket();
    open.add(to);
    Consumer<Socket> over =
        one -> {
          end(from);
          end(to);
          open.remove(from);
          open.remove(to);
        };
    try {
      awaitPassage();
      if (isCut()) {
        throw new IOException("there is no way");
      }
      to.connect(server);
      start("oo-fault-back", () -> pass(to, from, over));
      pass(from, to, over);
    } catch (IOException refused) {
      over.accept(to);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Socket from, Socket to, Consumer<Socket> over) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(piece);
      while (length > 0) {
        awaitPassage();
        out.write(piece, 0, length);
        passed.addAndGet(length);
        length = in.read(piece);
      }
    } catch (IOException gone) {
      over.accept(from);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      over.accept(to);
    }
  }

  private static void end(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception gone) {
      return;
    }
  }

  @Override
  public void close() {
    end(door);
    cut();
  }
}
