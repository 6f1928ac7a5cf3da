package net.alogins.oo.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoreBoardTest {

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private ChoreBoard board;

  @BeforeEach
  void open() {
    board = ChoreBoard.open(folder.resolve("chores.db"), 0);
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void what_somebody_has_done_they_are_not_given_again() throws Exception {
    JsonNode first = json(ask("ada")).get("tip");
    assertThat(json(ask("ada")).get("tip")).isEqualTo(first);

    HttpResponse<String> told = done("ada", first);
    assertThat(told.statusCode()).as(told.body()).isEqualTo(200);

    JsonNode second = json(ask("ada")).get("tip");
    assertThat(second.get("key")).isNotEqualTo(first.get("key"));
    done("ada", second);
    assertThat(json(ask("ada")).at("/silence/reason").asText()).isEqualTo("all-filtered");
    assertThat(ask("bob").statusCode()).isEqualTo(201);
  }

  @Test
  void it_remembers_after_a_restart() throws Exception {
    JsonNode tip = json(ask("ada")).get("tip");
    done("ada", tip);

    board.close();
    open();

    JsonNode past = json(get("/v1/tips", "ada"));
    assertThat(past.at("/tips/0/tip")).isEqualTo(tip);
    assertThat(past.at("/tips/0/outcome").asText()).isEqualTo("done");
  }

  @Test
  void nobody_is_refused() throws Exception {
    assertThat(get("/v1/tips/current", "").statusCode()).isEqualTo(401);
    assertThat(ask("").statusCode()).isEqualTo(401);
    assertThat(http.send(to("/v1/tips").build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void somebody_elses_tip_is_unknown() throws Exception {
    JsonNode adas = json(ask("ada")).get("tip");

    assertThat(done("bob", adas).statusCode()).isEqualTo(404);
  }

  @Test
  void its_own_page_stays_as_it_was() throws Exception {
    assertThat(get("/", "ada").body()).isEqualTo("Water the plants\nCall the plumber");
  }

  @Test
  void it_is_under_100_lines() throws IOException {
    Path source = Path.of("src/main/java/net/alogins/oo/example/ChoreBoard.java");

    assertThat(Files.readAllLines(source)).hasSizeLessThan(100);
  }

  private HttpResponse<String> ask(String user) throws Exception {
    return post("/v1/tips", user, "{}");
  }

  private HttpResponse<String> done(String user, JsonNode tip) throws Exception {
    String id = tip.get("id").asText();
    return post("/v1/feedback", user, "{\"tip\":\"" + id + "\",\"kind\":\"done\"}");
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(board.address().resolve(path));
  }

  private HttpResponse<String> get(String path, String user) throws Exception {
    return http.send(to(path).header("Remote-User", user).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String user, String body) throws Exception {
    HttpRequest request =
        to(path)
            .header("Remote-User", user)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
