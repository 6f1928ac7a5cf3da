package net.alogins.oo.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.Stores;
import net.alogins.oo.remote.Json;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.Capability;
import net.alogins.oo.signal.testkit.OtherSystem;

/**
 * A list of tasks that pushes them, and takes what it is told by webhooks, each of them once. What
 * it answers is not read, so that nonsense is none; and a cursor is not of its making.
 */
final class HookedSystem implements OtherSystem, AutoCloseable {

  private static final Instant LONG = Instant.parse("2100-01-01T00:00:00Z");

  private final HttpServer server;
  private final Egress egress;
  private final List<Push> pushed = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final List<String> executed = new ArrayList<>();
  private int added;
  private int status = 204;
  private Optional<Duration> wait = Optional.empty();

  HookedSystem() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
    egress = Receiver.egress(server.getAddress().getAddress());
  }

  @Override
  public Connector connector() {
    return new WebhookConnector(egress).telling(Stores.inMemory().log());
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.ANSWERS));
  }

  @Override
  public Secrets secrets() {
    return Secrets.of(WebhookSecret.fresh());
  }

  @Override
  public String target() {
    return "http://hooks.example:" + server.getAddress().getPort() + "/";
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String id = exchange.getRequestHeaders().getFirst(WebhookSigner.ID);
      if (status == 204 && taken.add(id)) {
        execute(Json.of(body));
      }
      wait.ifPresent(
          some -> exchange.getResponseHeaders().set("Retry-After", "" + some.toSeconds()));
      exchange.sendResponseHeaders(status, status == 204 ? -1 : 0);
      exchange.getResponseBody().write(new byte[0]);
    } catch (ConnectorException malformed) {
      throw new IOException(malformed);
    }
  }

  private void execute(Json told) {
    String key = told.at("data").at("key").text().orElseThrow();
    if (deleted.contains(key)) {
      return;
    }
    executed.add(key);
    if (told.at("type").text().orElseThrow().equals("task.reopened")) {
      open(key, "Again");
    } else {
      complete(key);
    }
  }

  private void push(String task) {
    try {
      String name = "message-" + pushed.size();
      Json json = Json.of(task.getBytes(StandardCharsets.UTF_8));
      pushed.add(new Push(name, name, LONG, List.of(new PushedTask(json, "task").change())));
    } catch (ConnectorException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  @Override
  public synchronized List<Push> pushed() {
    return List.copyOf(pushed);
  }

  private void open(String key, String title) {
    open.add(key);
    push("{\"id\":\"%s\",\"title\":\"%s\"}".formatted(key, title));
  }

  @Override
  public synchronized String add(String title) {
    String key = "task-" + ++added;
    open(key, title);
    return key;
  }

  @Override
  public synchronized void rename(String key, String title) {
    open(key, title);
  }

  @Override
  public synchronized void complete(String key) {
    open.remove(key);
    push("{\"id\":\"%s\",\"deleted\":true}".formatted(key));
  }

  @Override
  public synchronized void delete(String key) {
    complete(key);
    deleted.add(key);
  }

  @Override
  public synchronized Set<String> open() {
    return Set.copyOf(open);
  }

  @Override
  public synchronized int executed(String key) {
    return (int) executed.stream().filter(key::equals).count();
  }

  private synchronized void answer(int newStatus, Optional<Duration> newWait) {
    status = newStatus;
    wait = newWait;
  }

  @Override
  public void throttle(Duration after) {
    answer(429, Optional.of(after));
  }

  @Override
  public void revoke() {
    answer(410, Optional.empty());
  }

  @Override
  public void breakDown() {
    answer(503, Optional.empty());
  }

  @Override
  public void babble() {
    answer(200, Optional.empty());
  }

  @Override
  public void forgetCursors() {}

  @Override
  public void heal() {
    answer(204, Optional.empty());
  }

  @Override
  public void close() {
    egress.close();
    server.stop(0);
  }
}
