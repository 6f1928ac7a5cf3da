package net.alogins.oo.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on one address of this machine that counts who connects, and answers whatever a test
 * tells it to, once the head of a request is there.
 */
final class Listener implements AutoCloseable {

  /** What is said to whoever connects. */
  @FunctionalInterface
  interface Answer {

    void to(OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final Answer answer;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private Listener(ServerSocket socket, Answer answer) {
    this.socket = socket;
    this.answer = answer;
  }

  static Listener on(String address, int port, Answer answer) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    Listener listener = new Listener(socket, answer);
    Thread thread = new Thread(listener::listen, "listener");
    thread.setDaemon(true);
    thread.start();
    return listener;
  }

  static Answer saying(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        connections.incrementAndGet();
        heads.add(head(one));
        answer.to(one.getOutputStream());
        one.getOutputStream().flush();
      } catch (IOException gone) {
        // whoever it was, or this server
      }
    }
  }

  private static String head(Socket one) throws IOException {
    StringBuilder head = new StringBuilder();
    int next = one.getInputStream().read();
    while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
      head.append((char) next);
      next = head.indexOf("\r\n\r\n") < 0 ? one.getInputStream().read() : -1;
    }
    return head.toString();
  }

  InetAddress address() {
    return socket.getInetAddress();
  }

  int port() {
    return socket.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  List<String> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
