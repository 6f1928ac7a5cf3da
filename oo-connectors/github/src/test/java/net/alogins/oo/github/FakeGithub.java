package net.alogins.oo.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.alogins.oo.remote.Digest;
import net.alogins.oo.remote.Hmac;

/**
 * A GitHub on this machine, by HTTP: what is assigned to one user, and what they are to review.
 * GitHub's own client says in the tests whether it answers as GitHub does.
 */
public final class FakeGithub implements AutoCloseable {

  /** A token that lets its user in. */
  public static final String TOKEN = "ghp_of_these_tests";

  /** A token that has been used too often. */
  public static final String SPENT = "spent";

  /** The secret of its webhook. */
  public static final String SECRET = "webhook-of-these-tests";

  static final ObjectMapper JSON = new ObjectMapper();

  private static final int DEFAULT_PAGE = 30;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Clock clock;
  private final FakeIssues issues;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private volatile String omitted = "";
  private volatile Optional<Fault> fault = Optional.empty();

  private FakeGithub(HttpServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.issues = new FakeIssues(url() + "api/v3/");
  }

  /** One at which nothing is to be done. */
  public static FakeGithub start(Clock clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeGithub fake = new FakeGithub(server, clock);
    server.createContext("/", fake::handle);
    server.setExecutor(fake.threads);
    server.start();
    return fake;
  }

  private record Answer(int status, Object body) {}

  /** Where it is, with a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  /** Where it is, as the connector wants to be told. */
  public GithubSite site() {
    return GithubSite.at(url());
  }

  /** What there is to do. */
  public FakeIssues issues() {
    return issues;
  }

  /** What has been asked, and how it was answered: method, path and status, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** From now on leaves out a field of every object, or a header, and nothing else. */
  public void omit(String name) {
    omitted = name;
  }

  /** What it would tell of an issue, and how that is signed: {@code body} and {@code signature}. */
  public Map<String, String> webhook(String key) throws IOException {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("action", "assigned");
    told.put("issue", issues.find(key));
    String body = JSON.writeValueAsString(shaped(told));
    byte[] mac = new Hmac(SECRET).of(body.getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "body", body, "signature", "sha256=" + HexFormat.of().formatHex(mac), "secret", SECRET);
  }

  /** An answer that is given instead of the right one. */
  public record Fault(int status, Map<String, String> headers, String body) {}

  /** Answers every request so, until there is no fault any more. */
  public void always(Optional<Fault> newFault) {
    fault = newFault;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Optional<Fault> wrong = fault;
    if (wrong.isPresent()) {
      fail(exchange, wrong.get());
    } else {
      serve(exchange);
    }
  }

  private static void fail(HttpExchange exchange, Fault fault) throws IOException {
    try (exchange) {
      fault.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = fault.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(fault.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<?, ?> members = members(exchange.getRequestBody().readAllBytes());
      Answer answer = answer(exchange, members);
      byte[] body = JSON.writeValueAsBytes(shaped(answer.body()));
      String tag = "W/\"" + Digest.of(new String(body, StandardCharsets.UTF_8)) + "\"";
      boolean isKnown =
          answer.status() == 200
              && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
      int status = isKnown ? 304 : answer.status();
      requests.add(
          "%s %s %d"
              .formatted(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), status));
      header(exchange, "ETag", tag);
      header(exchange, "Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(status, isKnown ? -1 : body.length);
      if (!isKnown) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Map<?, ?> members(byte[] body) throws IOException {
    return body.length == 0 ? Map.of() : JSON.readValue(body, Map.class);
  }

  private void header(HttpExchange exchange, String name, String value) {
    if (!name.equals(omitted)) {
      exchange.getResponseHeaders().set(name, value);
    }
  }

  private Object shaped(Object object) {
    if (object instanceof List<?> list) {
      return list.stream().map(this::shaped).toList();
    }
    if (object instanceof Map<?, ?> map) {
      Map<String, Object> shape = new LinkedHashMap<>();
      map.forEach((name, value) -> shape.put(String.valueOf(name), shaped(value)));
      shape.remove(omitted);
      return shape;
    }
    return object;
  }

  private static Answer failed(int status, String message) {
    return new Answer(
        status, Map.of("message", message, "documentation_url", "https://docs.github.com/rest"));
  }

  private Answer answer(HttpExchange exchange, Map<?, ?> members) {
    String let =
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
            .replaceFirst("^(Bearer|token) ", "");
    if (let.equals(SPENT)) {
      long reset = clock.instant().getEpochSecond() + 60;
      header(exchange, "X-RateLimit-Limit", "5000");
      header(exchange, "X-RateLimit-Remaining", "0");
      header(exchange, "X-RateLimit-Reset", Long.toString(reset));
      return failed(403, "API rate limit exceeded");
    }
    return let.equals(TOKEN) ? answer(exchange, members, path(exchange)) : failed(401, "no");
  }

  private static String path(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().replaceFirst("^/api/v3", "");
  }

  private Answer answer(HttpExchange exchange, Map<?, ?> members, String path) {
    return switch (path) {
      case "/user" -> new Answer(200, issues.user());
      case "/issues" -> page(exchange);
      case "/search/issues" -> found();
      default -> {
        String key = path.replaceFirst("^/repos/(.+)/issues/(\\d+)$", "$1#$2");
        boolean isDone = issues.patch(key, members);
        yield isDone ? new Answer(200, issues.find(key)) : failed(404, "Not Found");
      }
    };
  }

  private Answer found() {
    List<Map<String, Object>> reviews = issues.reviews();
    return new Answer(
        200, Map.of("total_count", reviews.size(), "incomplete_results", false, "items", reviews));
  }

  private Answer page(HttpExchange exchange) {
    String query = "&" + exchange.getRequestURI().getRawQuery();
    int most = number(query, "per_page", DEFAULT_PAGE);
    int page = number(query, "page", 1);
    List<Map<String, Object>> all = issues.assigned();
    int from = Math.min(all.size(), (page - 1) * most);
    int to = Math.min(all.size(), from + most);
    if (to < all.size()) {
      String next =
          "%sapi/v3/issues?%s&page=%d"
              .formatted(url(), query.substring(1).replaceFirst("&page=\\d+", ""), page + 1);
      header(exchange, "Link", "<%s>; rel=\"next\", <%s>; rel=\"last\"".formatted(next, next));
    }
    return new Answer(200, all.subList(from, to));
  }

  private static int number(String query, String name, int otherwise) {
    String found = query.replaceFirst(".*&" + name + "=(\\d+).*", "$1");
    return found.equals(query) ? otherwise : Integer.parseInt(found);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
