package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real server on a real PostgreSQL. */
class PostgresTest {

  private static final Map<String, String> ADA = Map.of("OO_DATABASE_USER", "ada");

  @TempDir private Path directory;

  @Test
  void a_server_remembers_in_postgresql_what_another_was_told() throws Exception {
    Path tasks = Files.write(directory.resolve("my.todo.txt"), List.of("Water", "Call", "Read"));
    try (Storage postgres = Storage.named("postgres", directory.resolve("cluster"))) {
      String words;
      String tip;
      try (ServerProcess server = serve(postgres, tasks)) {
        Client client = new Client(server.address());
        tip = client.tip();
        assertThat(client.react(tip, "done", "once")).isTrue();
        words = server.stop();
      }
      try (ServerProcess server = serve(postgres, tasks)) {
        Client client = new Client(server.address());
        JsonNode last = Client.json(client.get("/v1/tips")).at("/tips/0");
        assertThat(last.at("/tip/id").asText()).isEqualTo(tip);
        assertThat(last.at("/outcome").asText()).isEqualTo("done");
        assertThat(Client.json(client.get("/health/ready")).at("/volatile").asBoolean()).isFalse();
        assertThat(server.stop()).isEqualTo(words);
      }
    }
    assertThat(directory.resolve("data")).doesNotExist();
  }

  private ServerProcess serve(Storage postgres, Path tasks) throws IOException {
    List<String> command = new ArrayList<>(Jvm.quick().command(Main.class, "serve", "--port", "0"));
    command.addAll(List.of("--data-dir", directory.resolve("data").toString()));
    command.addAll(List.of("--tasks", tasks.toString()));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(postgres.environment());
    return ServerProcess.of(process.redirectError(Redirect.INHERIT));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://localhost/oo, jdbc:postgresql:",
    "jdbc:postgresql://localhost/oo?password=secret, OO_DATABASE_PASSWORD",
    "jdbc:postgresql://localhost/oo?sslmode=require&password=secret, OO_DATABASE_PASSWORD",
  })
  void an_address_that_is_none_is_wrong_usage_and_its_secrets_stay_unsaid(String url, String rule) {
    assertThatThrownBy(() -> PostgresDatabase.at(url, ADA))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(64))
        .hasMessageContaining(rule)
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_database_needs_a_user() {
    assertThatThrownBy(() -> PostgresDatabase.at("jdbc:postgresql://localhost/oo", Map.of()))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(64))
        .hasMessageContaining("OO_DATABASE_USER");
  }

  @Test
  void a_password_is_not_said() {
    Map<String, String> environment =
        Map.of("OO_DATABASE_USER", "ada", "OO_DATABASE_PASSWORD", "secret");

    PostgresDatabase database =
        PostgresDatabase.at("jdbc:postgresql://localhost/oo?sslkey=secret", environment);

    assertThat(database).hasToString("database jdbc:postgresql://localhost/oo");
    assertThat(database.password()).isEqualTo("secret");
  }

  @Test
  void a_database_that_does_not_answer_is_named() {
    PostgresDatabase nobody =
        PostgresDatabase.at("jdbc:postgresql://127.0.0.1:1/oo?loggerLevel=OFF", ADA);

    assertThatThrownBy(nobody::open)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(69))
        .hasMessageContaining("database jdbc:postgresql://127.0.0.1:1/oo");
  }
}
