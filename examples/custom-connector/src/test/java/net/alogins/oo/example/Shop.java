package net.alogins.oo.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.OtherSystem;

/** The service on this machine, as the contract of connectors wants it. */
final class Shop implements OtherSystem, AutoCloseable {

  private static final String TOKEN = "shopper";
  private static final int PAGE = 100;

  private final HttpServer server;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Set<String> commands = new HashSet<>();
  private final List<String> executed = new ArrayList<>();
  private long change;
  private long oldest;
  private int failing;
  private String words = "";

  private record Item(String wanted, boolean isOpen, boolean isThere, long changed) {}

  Shop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @Override
  public Connector connector() {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new ShoppingList(base, Remote.client(), Clock.systemUTC());
  }

  @Override
  public Secrets secrets() {
    return Secrets.of(TOKEN);
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String let = exchange.getRequestHeaders().getFirst("Authorization");
      if (failing > 0) {
        exchange.getResponseHeaders().set("Retry-After", words);
        answer(exchange, failing, words);
      } else if (!("Bearer " + TOKEN).equals(let)) {
        answer(exchange, 401, "{}");
      } else if (exchange.getRequestMethod().equals("POST")) {
        String command = new String(body, StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        answer(exchange, execute(path[2], path[3], command) ? 200 : 404, "{}");
      } else {
        list(exchange, Long.parseLong(exchange.getRequestURI().getQuery().substring(6)));
      }
    }
  }

  private void list(HttpExchange exchange, long since) throws IOException {
    if (since > 0 && since < oldest) {
      answer(exchange, 410, "{}");
      return;
    }
    List<Map.Entry<String, Item>> changed =
        items.entrySet().stream()
            .filter(item -> item.getValue().changed() > since)
            .sorted((a, b) -> Long.compare(a.getValue().changed(), b.getValue().changed()))
            .toList();
    List<Map.Entry<String, Item>> page = changed.subList(0, Math.min(PAGE, changed.size()));
    boolean isMore = changed.size() > PAGE;
    long upTo = isMore ? page.get(PAGE - 1).getValue().changed() : Math.max(change, 1);
    String json = page.stream().map(Shop::json).collect(Collectors.joining(","));
    answer(
        exchange,
        200,
        "{\"items\":[%s],\"upTo\":\"%d\",\"more\":%b}".formatted(json, upTo, isMore));
  }

  private static String json(Map.Entry<String, Item> item) {
    String wanted = item.getValue().isOpen() ? ",\"wanted\":\"%s\"" : "";
    return "{\"id\":\"" + item.getKey() + "\"" + wanted.formatted(item.getValue().wanted()) + "}";
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private boolean execute(String key, String verb, String command) {
    Item item = items.get(key);
    if (item == null || !item.isThere()) {
      return false;
    }
    if (commands.add(command)) {
      executed.add(key);
      put(key, item.wanted(), verb.equals("REOPEN"), true);
    }
    return true;
  }

  private void put(String key, String wanted, boolean isOpen, boolean isThere) {
    change++;
    items.put(key, new Item(wanted, isOpen, isThere, change));
  }

  @Override
  public synchronized String add(String title) {
    String key = "i" + (items.size() + 1);
    put(key, title, true, true);
    return key;
  }

  @Override
  public synchronized void rename(String key, String title) {
    put(key, title, true, true);
  }

  @Override
  public synchronized void complete(String key) {
    put(key, "", false, true);
  }

  @Override
  public synchronized void delete(String key) {
    put(key, "", false, false);
  }

  @Override
  public synchronized Set<String> open() {
    return items.entrySet().stream()
        .filter(item -> item.getValue().isOpen())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized int executed(String key) {
    return (int) executed.stream().filter(key::equals).count();
  }

  private synchronized void fail(int status, String newWords) {
    failing = status;
    words = newWords;
  }

  @Override
  public void throttle(Duration after) {
    fail(429, "" + after.toSeconds());
  }

  @Override
  public void revoke() {
    fail(401, "");
  }

  @Override
  public void breakDown() {
    fail(503, "");
  }

  @Override
  public void babble() {
    fail(200, "<html>");
  }

  @Override
  public synchronized void forgetCursors() {
    change++;
    oldest = change;
  }

  @Override
  public void heal() {
    fail(0, "");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
