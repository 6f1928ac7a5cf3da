package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.llm.FakeLlm;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The real server, with a language model beside the lists: one that does as it is told. */
class SuggestionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What of the class path is there for language models alone. */
  private static final String OURS = ".*/(oo-llm|langchain4j)[^/]*\\.jar|.*/llm/target/classes";

  @RegisterExtension private final InChromium browser = new InChromium();

  @TempDir private Path directory;
  private final FakeLlm model = FakeLlm.start();

  @AfterEach
  void stop() {
    model.close();
  }

  private List<String> command(Jvm jvm, String list, String... more) throws IOException {
    Path tasks = Files.writeString(directory.resolve("todo.txt"), list);
    List<String> serve = jvm.command(Main.class, "serve", "--port", "0");
    serve.addAll(List.of("--data-dir", directory.resolve("data").toString()));
    serve.addAll(List.of("--tasks", tasks.toString()));
    serve.addAll(List.of(more));
    return serve;
  }

  private ServerProcess serving(String list, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--llm", model.base().toString(), "--llm-model", "tips"));
    ProcessBuilder process =
        new ProcessBuilder(command(Jvm.quick(), list, all.toArray(String[]::new)))
            .redirectError(Redirect.INHERIT);
    process.environment().put(Suggestions.KEY, "s3cret");
    return ServerProcess.of(process);
  }

  private static void allow(Client client) throws IOException {
    String all = "{\"consents\":[\"recommend\",\"learn\",\"llm\"]}";
    assertThat(client.put("/v1/profile/consents", all).statusCode()).isEqualTo(200);
  }

  /** The first may come after the first question: nothing of it has run before. */
  private static void awaitGeneration(Client client) {
    await()
        .atMost(PATIENCE)
        .until(() -> client.get("/metrics").body().contains("{event=\"generations\"}"));
  }

  private static JsonNode decision(Client client, String tip) throws IOException {
    return Client.json(client.get("/v1/admin/decisions/" + tip + "?user=me"));
  }

  @Test
  void nothing_is_sent_before_it_is_allowed_and_what_comes_is_weighed_beside_the_tasks()
      throws IOException {
    try (ServerProcess server = serving("Water the plants\n")) {
      Client client = new Client(server.address());
      assertThat(client.get(Suggestions.OFFER).body())
          .isEqualTo("{\"model\":\"tips\",\"at\":\"%s\"}".formatted(model.base().getAuthority()));
      client.react(client.tip(), "dismiss", "r0");
      assertThat(model.asked()).isEmpty();

      allow(client);
      client.tip();
      awaitGeneration(client);
      String tip = client.tip();

      assertThat(model.asked()).hasSize(1);
      assertThat(model.asked().get(0).authorization()).isEqualTo("Bearer s3cret");
      assertThat(model.asked().get(0).json().path("model").asText()).isEqualTo("tips");
      assertThat(decision(client, tip).path("chosen").path("tip").path("title").asText())
          .isEqualTo("Fill the watering can");
      assertThat(client.get("/metrics").body())
          .contains("oo_llm_events_total{event=\"generations\"} 1")
          .contains("oo_llm_spent_total{unit=\"tokens\"} 150")
          .contains("oo_llm_breaker{state=\"CLOSED\"} 1");
      server.stop();
    }
    assertThat(prompt("render", "me")).contains(model.asked().get(0).text());
    assertThat(prompt("render", "somebody")).isEqualTo("nothing: somebody does not allow it\n");
    assertThat(model.asked()).hasSize(1);
  }

  private String prompt(String verb, String user) {
    Outcome outcome =
        Terminal.run(
            "prompt",
            verb,
            "--data-dir",
            directory.resolve("data").toString(),
            "--user",
            user,
            "--tasks",
            directory.resolve("todo.txt").toString(),
            "--llm",
            model.base().toString(),
            "--llm-model",
            "tips");
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  @Test
  void what_prompts_have_earned_is_told_when_no_server_runs() throws IOException {
    try (ServerProcess server = serving("")) {
      Client client = new Client(server.address());
      allow(client);
      client.tip();
      awaitGeneration(client);
      client.react(client.tip(), "done", "r1");
      server.stop();
    }

    Outcome outcome =
        Terminal.run("prompt", "earned", "--data-dir", directory.resolve("data").toString());

    assertThat(outcome.out())
        .matches("(first-step-1|beside-1): 1 decisions, reward 1.000 \\(1.000 to 1.000\\)\n");
  }

  @Test
  void unclean_output_is_counted_by_its_reason_and_stays_outside() throws IOException {
    model.answer(FakeLlm.suggesting("<svg onload=alert(1)>", "Read http://evil.example/x"));
    try (ServerProcess server = serving("")) {
      Client client = new Client(server.address());
      allow(client);

      client.tip();
      awaitGeneration(client);
      assertThat(client.post("/v1/tips", "{}").body()).contains("no-candidates");
      assertThat(client.get("/metrics").body())
          .contains("oo_llm_rejected_total{why=\"link\"} 1")
          .contains("oo_llm_rejected_total{why=\"markup\"} 1");
    }
  }

  @Test
  void a_model_that_sleeps_holds_nothing_up() throws IOException {
    model.answer((exchange, asked, fake) -> fake.pause(10_000));
    try (ServerProcess server = serving("Water the plants\n")) {
      Client client = new Client(server.address());
      allow(client);
      long begun = System.nanoTime();

      JsonNode decision = decision(client, client.tip());

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(decision.path("missing").toString()).contains("\"llm\"");
      assertThat(decision.path("candidates")).hasSize(1);
      assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
      await().atMost(PATIENCE).until(() -> model.asked().size() == 1);
    }
  }

  @Test
  void what_is_wrong_is_named() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("prompts"));

    refuses("on this machine", "http://models.example.org/v1");
    refuses("alias", "http://127.0.0.1:1/v1", "--llm-model", "a b");
    refuses("budget", "http://127.0.0.1:1/v1", "--llm-calls", "0");
    refuses("have files *.md", "http://127.0.0.1:1/v1", "--llm-prompts", folder.toString());
  }

  private static void refuses(String rule, String url, String... more) {
    List<String> options = new ArrayList<>(List.of("--llm", url));
    options.addAll(List.of(more));
    CandidateSource none = CandidateSource.immediate(context -> List.of());
    try (Suggestions wrong =
            CommandLine.populateCommand(new Suggestions(), options.toArray(String[]::new));
        Kept kept = new Kept(Stores.inMemory(), () -> {})) {
      assertThatThrownBy(() -> wrong.with(none, List.of(), kept))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(64))
          .hasMessageContaining("llm: ")
          .hasMessageContaining(rule);
    }
  }

  @Test
  void without_the_module_everything_else_is_as_it_was() throws Exception {
    Jvm all = Jvm.usual();
    Jvm rest =
        new Jvm(
            all.options(),
            all.classes().stream().filter(path -> !path.toString().matches(OURS)).toList());
    assertThat(rest.classes()).hasSizeLessThan(all.classes().size());
    ProcessBuilder alone =
        new ProcessBuilder(command(rest, "Water the plants\n")).redirectError(Redirect.INHERIT);
    try (ServerProcess server = ServerProcess.of(alone)) {
      Client client = new Client(server.address());
      String tip = client.tip();

      assertThat(client.react(tip, "done", "r1")).isTrue();
      assertThat(client.get(Suggestions.OFFER).body()).isEqualTo("{}");
      assertThat(client.get("/metrics").body()).contains("oo_tip_seconds").doesNotContain("llm");
    }
    String refused =
        Shell.run(new ProcessBuilder(shell(command(rest, "", "--llm", model.base().toString()))));
    assertThat(refused).contains("oo-llm must be on the class path").contains("exit 64");
  }

  private static List<String> shell(List<String> command) {
    List<String> all =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" 2>&1 || echo \"exit $?\"", "sh"));
    all.addAll(command);
    return all;
  }

  @Test
  void it_is_allowed_on_the_page_and_a_suggestion_looks_like_one() throws IOException {
    try (ServerProcess server = serving("")) {
      TipsPage page = TipsPage.open(browser.somebody(), server.address());
      page.at("suggestions").locator("summary").click();
      assertThat(page.at("suggestions").innerText())
          .contains("tips at " + model.base().getAuthority());
      page.at("allow-suggestions").check();
      awaitGeneration(new Client(server.address()));
      page.page().reload();

      page.showing("Fill the watering can");
      assertThat(page.at("suggested").innerText()).contains("language model");
      assertThat(page.page().locator(".card.suggested").count()).isEqualTo(1);
      assertThat(page.complaints()).isEmpty();

      page.at("suggestions").locator("summary").click();
      page.at("allow-suggestions").uncheck();
      Client client = new Client(server.address());
      await().atMost(PATIENCE).until(() -> !client.get("/v1/profile").body().contains("llm"));
      page.page().reload();
      page.at("silence").waitFor();
    }
  }
}
