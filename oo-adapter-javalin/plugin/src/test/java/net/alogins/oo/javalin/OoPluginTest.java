package net.alogins.oo.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ForbiddenResponse;
import io.javalin.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.alogins.oo.http.Act;
import net.alogins.oo.http.Limits;
import net.alogins.oo.http.Rate;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OoPluginTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private JavalinHost host = new JavalinHost(OoPluginTest::ownRoutes);

  @AfterEach
  void close() {
    host.close();
  }

  /** A host with its own JSON, its own exceptions, and its own page for what it does not have. */
  private static void ownRoutes(JavalinConfig config) {
    config.jsonMapper(new OwnJson());
    config.routes.get("/own", context -> context.json("anything"));
    config.routes.get(
        "/broken",
        context -> {
          throw new UnsupportedOperationException("broken");
        });
    config.routes.post("/echo", context -> context.result(context.body()));
    config.routes.exception(
        UnsupportedOperationException.class,
        (failure, context) -> context.status(418).result("own " + failure.getMessage()));
  }

  @Test
  void the_hosts_own_routes_stay_as_they_were() throws Exception {
    assertThat(get("/own").body()).isEqualTo("own json");
    assertThat(get("/broken").statusCode()).isEqualTo(418);
    assertThat(get("/broken").body()).isEqualTo("own broken");
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/nowhere").body()).doesNotContain("about:blank");
  }

  @Test
  void a_body_may_be_larger_where_the_host_says_so() throws Exception {
    String large = "x".repeat(300_000);

    HttpRequest request = to("/echo").POST(BodyPublishers.ofString(large)).build();

    assertThat(http.send(request, BodyHandlers.ofString()).body()).isEqualTo(large);
  }

  @Test
  void the_hosts_json_is_not_needed() throws Exception {
    HttpResponse<String> asked = post(BodyPublishers.ofString("{}"));

    assertThat(asked.statusCode()).isEqualTo(201);
    assertThat(asked.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(asked.body()).startsWith("{\"tip\":{\"id\":");
  }

  @Test
  void a_body_without_a_length_is_bounded_too() throws Exception {
    byte[] large = " ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> refused =
        post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("body must be at most 262144 bytes");
  }

  @Test
  void a_body_that_breaks_its_framing_is_the_clients_fault() throws Exception {
    assertThat(raw("zz\r\nnot a chunk")).startsWith("HTTP/1.1 400");
  }

  @Test
  void what_the_resolver_throws_goes_to_the_host() throws Exception {
    host.close();
    host =
        new JavalinHost(
            OoPluginTest::ownRoutes,
            context -> {
              throw new ForbiddenResponse("not here");
            });

    assertThat(post(BodyPublishers.ofString("{}")).statusCode()).isEqualTo(403);
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void credentials_that_differ_in_a_letters_case_are_not_the_same() throws Exception {
    assertThat(seenOf("Cookie", "as=ada", "as=Ada", "as=ADAM", "as=adam"))
        .containsExactly("as=ada", "as=Ada", "as=ADAM", "as=adam");
    assertThat(seenOf("Authorization", "Bearer ada", "Bearer Ada", "Bearer ADAM", "Bearer adam"))
        .containsExactly("Bearer ada", "Bearer Ada", "Bearer ADAM", "Bearer adam");
  }

  /** What the resolver sees of the values of a header, sent down one connection. */
  private List<String> seenOf(String header, String... values) throws Exception {
    host.close();
    List<String> seen = new CopyOnWriteArrayList<>();
    host =
        new JavalinHost(
            OoPluginTest::ownRoutes,
            context -> {
              seen.add(String.valueOf(context.header(header)));
              return Optional.empty();
            });
    for (String value : values) {
      URI profile = host.base().resolve("/v1/profile");
      http.send(
          HttpRequest.newBuilder(profile).header(header, value).build(), BodyHandlers.ofString());
    }
    return seen;
  }

  @Test
  void nobody_has_a_role_unless_the_host_says_so() throws Exception {
    host.close();
    host =
        new JavalinHost(
            OoPluginTest::ownRoutes, context -> Optional.of(new UserId("admin-1")), oo -> oo);

    assertThat(get("/v1/admin/standing").statusCode()).isEqualTo(403);
    assertThat(get("/v1/profile").statusCode()).isEqualTo(200);
  }

  @Test
  void a_host_may_limit_how_often_somebody_asks() throws Exception {
    host.close();
    Rate once = new Rate(1, Duration.ofDays(1));
    Limits limits = new Limits(once, once, once, System::nanoTime);
    host =
        new JavalinHost(
            OoPluginTest::ownRoutes, context -> Optional.empty(), oo -> oo.limits(limits));

    assertThat(get("/v1/profile").statusCode()).isEqualTo(401);
    assertThat(get("/v1/profile").statusCode()).isEqualTo(429);
    assertThat(get("/v1/profile").headers().firstValue("Retry-After")).isPresent();
    assertThat(get("/own").statusCode()).isEqualTo(200);
  }

  @Test
  void a_host_may_hear_of_what_is_done() throws Exception {
    host.close();
    List<Act> heard = new CopyOnWriteArrayList<>();
    host =
        new JavalinHost(
            OoPluginTest::ownRoutes,
            context -> Optional.of(new UserId("ada")),
            oo -> oo.witness(heard::add));

    assertThat(get("/v1/export").statusCode()).isEqualTo(200);
    assertThat(heard).singleElement().extracting(Act::operation).isEqualTo("exportOwn");
  }

  @Test
  void a_host_may_say_from_where_strangers_ask() throws Exception {
    host.close();
    Rate once = new Rate(1, Duration.ofDays(1));
    Limits limits = new Limits(once, once, once, System::nanoTime);
    host =
        new JavalinHost(
            OoPluginTest::ownRoutes,
            context -> Optional.empty(),
            oo ->
                oo.limits(limits)
                    .addresses(context -> Optional.ofNullable(context.header("From-Where"))));

    assertThat(from("192.0.2.1")).isEqualTo(401);
    assertThat(from("192.0.2.1")).isEqualTo(429);
    assertThat(from("192.0.2.2")).isEqualTo(401);
    assertThat(get("/v1/profile").statusCode()).isEqualTo(401);
    assertThat(get("/v1/profile").statusCode()).isEqualTo(401);
  }

  private int from(String address) throws Exception {
    HttpRequest request = to("/v1/profile").header("From-Where", address).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Jetty writes IPv6 in brackets, which was no network. */
  @Test
  void strangers_of_one_network_are_one_here_too() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    host.close();
    Rate twice = new Rate(2, Duration.ofDays(1));
    Limits limits = new Limits(twice, twice, twice, System::nanoTime);
    host =
        new JavalinHost(
            "::1",
            OoPluginTest::ownRoutes,
            context -> Optional.empty(),
            oo ->
                oo.limits(limits)
                    .addresses(
                        context -> {
                          String neighbour = seen.size() + "]";
                          seen.add(context.ip().replaceFirst("\\d+]$", neighbour));
                          return Optional.of(seen.get(seen.size() - 1));
                        }));

    assertThat(get("/v1/profile").statusCode()).isEqualTo(401);
    assertThat(get("/v1/profile").statusCode()).isEqualTo(401);
    assertThat(get("/v1/profile").statusCode()).isEqualTo(429);
    assertThat(seen).hasSize(3).doesNotHaveDuplicates().allMatch(ip -> ip.startsWith("[0:0:0:0:"));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(host.base().resolve(path)).header(JavalinHost.USER, "ada");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(to(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        to("/v1/tips").header("Content-Type", "application/json").POST(body).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private String raw(String chunk) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.base().getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(10_000);
      String head =
          """
          POST /v1/tips HTTP/1.1\r
          Host: localhost\r
          Authorization: ada\r
          Content-Type: application/json\r
          Connection: close\r
          Transfer-Encoding: chunked\r
          \r
          """;
      out.write((head + chunk).getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** JSON as only this host writes it, and nothing that it could read. */
  private static final class OwnJson implements JsonMapper {

    @Override
    public String toJsonString(Object value, Type type) {
      return "own json";
    }
  }
}
