package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

  @TempDir private static Path directory;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    Path tasks = Files.writeString(directory.resolve("todo.txt"), "Water the plants\n");
    server = ServerProcess.on(directory.resolve("data"), tasks);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The status line and the headers of a request written by hand. */
  private static String raw(String request) throws IOException {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String path, String host, String... headers) throws IOException {
    return raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines(headers) + "\r\n");
  }

  private static String ask(String host, String... headers) throws IOException {
    return raw(
        "POST /v1/tips HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
            + lines(headers)
            + "\r\n{}");
  }

  private static String lines(String... headers) {
    StringBuilder lines = new StringBuilder("Connection: close\r\n");
    for (String header : headers) {
      lines.append(header).append("\r\n");
    }
    return lines.toString();
  }

  private static String own() {
    return server.address().getAuthority();
  }

  @Test
  void whoever_reaches_the_machine_of_one_person_reads_the_metrics_and_pages_elsewhere_do_not()
      throws IOException {
    assertThat(get("/metrics", own())).startsWith("HTTP/1.1 200").contains("# TYPE oo_decisions ");
    assertThat(get("/metrics", own(), "Origin: https://evil.example")).startsWith("HTTP/1.1 403");
    assertThat(get("/metrics", "evil.example")).startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1"})
  void a_host_that_is_no_loopback_name_is_refused(String host) throws IOException {
    assertThat(ask(host)).startsWith("HTTP/1.1 403");
    assertThat(get("/", host)).startsWith("HTTP/1.1 403");
    assertThat(get("/v1/tips/current", host)).startsWith("HTTP/1.1 403").doesNotContain("plants");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9", "127.0.0.1:80", "[::1]:8080"})
  void a_loopback_name_is_let_in(String host) throws IOException {
    assertThat(get("/health/live", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "http://127.0.0.1"})
  void a_foreign_origin_is_refused(String origin) throws IOException {
    assertThat(ask(own(), "Origin: " + origin)).startsWith("HTTP/1.1 403");
    assertThat(get("/v1/tips/current", own(), "Origin: " + origin)).startsWith("HTTP/1.1 403");
  }

  @Test
  void its_own_page_and_programs_are_let_in() throws IOException {
    assertThat(ask(own(), "Origin: http://" + own())).matches("(?s)HTTP/1.1 20[01] .*");
    assertThat(ask(own())).matches("(?s)HTTP/1.1 20[01] .*");
  }

  @Test
  void a_form_of_a_foreign_page_is_refused_even_without_an_origin() throws IOException {
    assertThat(ask(own(), "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403");
  }

  @Test
  void an_unsafe_call_must_be_json() throws IOException {
    String form =
        "POST /v1/tips HTTP/1.1\r\nHost: "
            + own()
            + "\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";

    assertThat(raw(form)).startsWith("HTTP/1.1 415");
  }

  @Test
  void every_answer_carries_the_strict_policy() throws IOException {
    Client client = new Client(server.address());
    for (String path : new String[] {"/", "/assets/theme.js", "/v1/tips/current", "/nowhere"}) {
      HttpResponse<String> response = client.get(path);

      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/v1/nowhere", "/v1/tips/x/nowhere"})
  void what_is_outside_the_contract_is_a_problem(String path) throws IOException {
    assertProblem(get(path, own()), 404).doesNotContain("nowhere").contains("path must be");
  }

  @Test
  void a_problem_of_the_contract_stays_as_it_is() throws IOException {
    String feedback =
        "{\"tip\":\"00000000000000000000000000000000\",\"kind\":\"done\",\"id\":\"1\"}";
    HttpResponse<String> response = new Client(server.address()).post("/v1/feedback", feedback);

    JsonNode problem = Client.json(response);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(problem.path("detail").asText()).isNotEqualTo(problem.path("title").asText());
  }

  @Test
  void what_is_no_request_is_a_problem() throws IOException {
    String end = " HTTP/1.1\r\nHost: " + own() + "\r\nConnection: close\r\n";

    assertProblem(raw("GE\0T /secret" + end + "\r\n"), 400);
    assertProblem(raw("GET /%2e%2e/secret" + end + "\r\n"), 400);
    assertProblem(raw("GET /secret" + "x".repeat(20_000) + end + "\r\n"), 414);
    assertProblem(raw("GET /secret" + end + "X: " + "x".repeat(20_000) + "\r\n\r\n"), 431);
  }

  private static AbstractStringAssert<?> assertProblem(String response, int status) {
    return assertThat(response)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("Content-Type: application/problem+json")
        .contains("\"status\":" + status, "default-src 'none'")
        .doesNotContain("secret");
  }

  @Test
  void the_page_is_served() throws IOException {
    HttpResponse<String> page = new Client(server.address()).get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body()).contains("<title>oO</title>");
  }
}
