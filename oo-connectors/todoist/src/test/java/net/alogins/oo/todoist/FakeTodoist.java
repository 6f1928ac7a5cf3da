package net.alogins.oo.todoist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.alogins.oo.todoist.FakeWire.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A Todoist on this machine, by HTTP: tokens, tasks, projects and {@code /sync}. Todoist's own SDK
 * says in the tests whether it answers as Todoist does. Whoever is sent to its consent page agrees
 * at once.
 */
public final class FakeTodoist implements AutoCloseable {

  /** The id of the application that is registered here. */
  public static final String CLIENT = "app-of-these-tests";

  /** Its secret. */
  public static final String SECRET = "app-secret-of-these-tests";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FakeWire wire = new FakeWire();
  private final FakeApi api = new FakeApi(wire);
  private final FakeTokens tokens;
  private final FakeOAuth oauth;
  private final Map<String, FakeAccount> accounts = new ConcurrentHashMap<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private volatile Optional<Fault> outage = Optional.empty();
  private volatile FakeAccount signedIn = new FakeAccount("2671355");

  private FakeTodoist(HttpServer server, URI callback, Clock clock) {
    this.server = server;
    this.tokens = new FakeTokens(clock);
    this.oauth = new FakeOAuth(wire, tokens, callback);
    accounts.put(signedIn.id(), signedIn);
  }

  /** One that sends people who agree back to {@code callback}. */
  public static FakeTodoist start(URI callback, Clock clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeTodoist fake = new FakeTodoist(server, callback, clock);
    server.createContext("/", fake::handle);
    server.setExecutor(fake.threads);
    server.start();
    return fake;
  }

  /** An answer of the API that is given instead of the right one. */
  public record Fault(int status, Map<String, String> headers, String body) {}

  /** Where it is, with a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  /** Where it is, as the connector wants to be told. */
  public TodoistSite site() {
    return TodoistSite.at(url());
  }

  /** The account of whoever is signed in here. */
  public FakeAccount account() {
    return signedIn;
  }

  /** Signs somebody else in, who has nothing yet. */
  public FakeAccount signIn(String account) {
    signedIn = accounts.computeIfAbsent(account, FakeAccount::new);
    return signedIn;
  }

  /** A personal token of whoever is signed in: it does not expire, and may do everything. */
  public String personalToken() {
    return tokens.personal(signedIn);
  }

  /** From now on the application gets tokens that do not expire. */
  public void handOutLastingTokens() {
    oauth.handOutLastingTokens();
  }

  /** From now on people do not agree. */
  public void refuseConsent() {
    oauth.refuseConsent();
  }

  /** Makes every token useless. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** Answers one more request of the API so, after those that it was told before. */
  public void next(Fault fault) {
    faults.add(fault);
  }

  /** Answers every request of the API so, until it is healed. */
  public void always(Fault fault) {
    outage = Optional.of(fault);
  }

  /** Answers as it should again. */
  public void heal() {
    outage = Optional.empty();
    faults.clear();
  }

  /** From now on leaves a field out of all objects of this kind, and no other. */
  public void omit(String kind, String field) {
    wire.omit(kind, field);
  }

  /** What has been asked: method and path of each request, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** What Todoist would tell the application of a task of whoever is signed in. */
  public FakeWebhook webhook(String event, String delivery, String task) throws IOException {
    return FakeWebhook.of(wire, event, delivery, signedIn, task);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      requests.add(exchange.getRequestMethod() + " " + uri.getPath());
      byte[] body = exchange.getRequestBody().readAllBytes();
      Fault fault = uri.getPath().startsWith("/api/") ? fault() : null;
      if (fault != null) {
        fault.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        write(exchange, fault.status(), fault.body().getBytes(StandardCharsets.UTF_8));
      } else if (uri.getPath().equals("/oauth/authorize")) {
        Optional<URI> back = oauth.authorize(uri, signedIn);
        back.ifPresent(to -> exchange.getResponseHeaders().set("Location", to.toString()));
        write(exchange, back.isPresent() ? 302 : 400, new byte[0]);
      } else {
        Answer answer = answer(exchange, body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, answer.status(), FakeWire.JSON.writeValueAsBytes(answer.body()));
      }
    }
  }

  private @Nullable Fault fault() {
    Fault once = faults.poll();
    return once == null ? outage.orElse(null) : once;
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean isEmpty = status == 204 || body.length == 0;
    exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
    if (!isEmpty) {
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body) throws IOException {
    Map<?, ?> members = body.length == 0 ? Map.of() : FakeWire.JSON.readValue(body, Map.class);
    String let = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    URI uri = exchange.getRequestURI();
    return switch (uri.getPath()) {
      case "/oauth/access_token" -> oauth.token(members);
      case "/api/v1/revoke" -> oauth.revoke(let, members);
      default ->
          tokens
              .find(let.replaceFirst("^Bearer ", ""))
              .map(grant -> api.answer(exchange.getRequestMethod(), uri, members, grant))
              .orElseGet(() -> wire.failed(401, "AUTH_INVALID_TOKEN"));
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
