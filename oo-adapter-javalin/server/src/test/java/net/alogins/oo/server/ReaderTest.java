package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.alogins.oo.Stores;
import net.alogins.oo.llm.FakeLlm;
import net.alogins.oo.policy.Features;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A server with an embedder, which does as it is told. */
class ReaderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LINE = System.lineSeparator();

  @TempDir private Path folder;
  private final FakeLlm model = FakeLlm.start();

  @AfterEach
  void stop() {
    model.close();
  }

  private static void answer(HttpExchange exchange, FakeLlm.Asked asked, FakeLlm server)
      throws Exception {
    if (asked.path().endsWith("/embeddings")) {
      FakeLlm.embedding("nomic", ReaderTest::direction).answer(exchange, asked, server);
    } else {
      FakeLlm.send(exchange, 503, "{}");
    }
  }

  private static float[] direction(String text) {
    float[] vector = new float[16];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = text.codePointAt(i % text.length()) - 90;
    }
    return vector;
  }

  /** The interface of a server, for as long as it runs. */
  @FunctionalInterface
  private interface Use {
    void by(Client client) throws IOException;
  }

  private void serving(Use use, String... more) throws IOException {
    Path tasks = folder.resolve("todo.txt");
    Files.writeString(tasks, "Water the plants\nCall the plumber\nBuy bread\n");
    Place place = Place.in(new DataDirectory(folder.resolve("data")));
    Settings settings = new Settings(place, 0, List.of(tasks), false);
    List<String> options = new ArrayList<>(List.of("--llm", model.base().toString()));
    options.addAll(List.of(more));
    try (Suggestions suggestions =
            CommandLine.populateCommand(new Suggestions(), options.toArray(String[]::new));
        Server server =
            Guice.createInjector(
                    new ServerModule(settings, new Bus(new BusOptions()), suggestions, new Sight()))
                .getInstance(Server.class)) {
      use.by(new Client(URI.create(server.start())));
      server.drain();
    }
  }

  private static String done(Client client, List<String> tips) throws IOException {
    String tip = client.tip();
    tips.add(tip);
    assertThat(client.react(tip, "done", "press")).isTrue();
    return tip;
  }

  private static void awaitCount(Client client, String event, int texts) {
    String line = "oo_meaning_events_total{event=\"%s\"} %d".formatted(event, texts);
    await().atMost(PATIENCE).until(() -> client.get("/metrics").body().contains(line));
  }

  private long requests() {
    return model.asked().stream().filter(asked -> asked.path().endsWith("/embeddings")).count();
  }

  private String run(String verb, String... more) {
    String[] all = Arrays.copyOf(new String[] {verb}, more.length + 3);
    System.arraycopy(more, 0, all, 1, more.length);
    all[more.length + 1] = "--data-dir";
    all[more.length + 2] = folder.resolve("data").toString();
    Terminal.Outcome outcome = Terminal.run(all);
    return outcome.exit() + " " + outcome.out();
  }

  @Test
  void what_titles_mean_is_seen_kept_and_in_each_decision() throws Exception {
    model.answer(ReaderTest::answer);
    List<String> tips = new ArrayList<>();
    serving(
        client -> {
          done(client, tips);
          assertThat(requests()).as("nobody has allowed it").isZero();
          String all = "{\"consents\":[\"recommend\",\"learn\",\"llm\"]}";
          assertThat(client.put("/v1/profile/consents", all).statusCode()).isEqualTo(200);
          done(client, tips);
          awaitCount(client, "answered", 2);
          assertThat(client.get("/metrics").body())
              .contains("oo_meaning_breaker{state=\"CLOSED\"} 1");
        },
        "--llm-embedder",
        "embedder");
    assertThat(requests()).isEqualTo(1);

    serving(
        client -> {
          String tip = client.tip();
          tips.add(tip);
          client.react(tip, "dismiss", "press");
          awaitCount(client, "recalled", 1);
        },
        "--llm-embedder",
        "embedder");
    assertThat(requests()).as("after a restart").isEqualTo(1);

    for (String tip : tips) {
      assertThat(run("replay", tip, "--llm-embedder", "embedder")).isEqualTo("0 identical" + LINE);
    }
    assertThat(run("replay", tips.get(0))).startsWith("79 not re-executable");
    assertThat(run("rebuild", "--llm-embedder", "embedder")).startsWith("0 before");
    assertThat(run("state", "--llm-embedder", "embedder")).startsWith("0 ");
    assertNoTextIsKept();
  }

  /** Beside the log, which has the titles of what was shown. */
  private void assertNoTextIsKept() throws Exception {
    assertThat(Files.readString(folder.resolve("data").resolve(Reader.KEY)))
        .matches("[0-9a-f]{64}\n");
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/oo.db"));
        Statement all = file.createStatement();
        ResultSet rows = all.executeQuery("select fingerprint, numbers from meaning_meanings")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).matches("[0-9a-f]{32}");
        assertThat(rows.getBytes(2)).hasSize(32);
      }
    }
  }

  @Test
  void an_embedder_that_hangs_holds_nothing_up() throws IOException {
    model.answer((exchange, asked, fake) -> fake.pause(60_000));
    serving(
        client -> {
          String all = "{\"consents\":[\"recommend\",\"learn\",\"llm\"]}";
          assertThat(client.put("/v1/profile/consents", all).statusCode()).isEqualTo(200);
          client.tip();
          await().atMost(PATIENCE).until(() -> requests() == 1);
          long begun = System.nanoTime();
          done(client, new ArrayList<>());
          done(client, new ArrayList<>());
          assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
          assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        },
        "--llm-embedder",
        "embedder");
  }

  @Test
  void without_an_embedder_everything_is_as_it_was() throws IOException {
    List<String> tips = new ArrayList<>();
    serving(
        client -> {
          done(client, tips);
          assertThat(client.get("/metrics").body()).doesNotContain("oo_meaning");
        });

    assertThat(run("replay", tips.get(0))).isEqualTo("0 identical" + LINE);
    assertThat(folder.resolve("data").resolve(Reader.KEY)).doesNotExist();
  }

  @Test
  void an_embedder_must_be_somewhere() {
    Place place = Place.in(new DataDirectory(folder.resolve("data")));
    try (Suggestions alone =
            CommandLine.populateCommand(new Suggestions(), "--llm-embedder", "embedder");
        Kept kept = new Kept(Stores.inMemory(), () -> {})) {
      assertThatThrownBy(() -> alone.features(Features.standard(), place, kept))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(64))
          .hasMessage("llm-embedder must come with --llm");
    }
  }
}
