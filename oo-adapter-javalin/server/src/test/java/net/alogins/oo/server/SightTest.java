package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SightTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LINE = System.lineSeparator();

  @TempDir private Path folder;

  /** Asks for two tips of a server with habits, and says that each is done; the tips' ids. */
  private List<String> asked(Path data) throws Exception {
    Path tasks = folder.resolve("todo.txt");
    Files.writeString(tasks, "Water the plants\nCall the plumber\nBuy bread\n");
    Settings settings = new Settings(Place.in(new DataDirectory(data)), 0, List.of(tasks), false);
    try (Sight sight = CommandLine.populateCommand(new Sight(), "--habits");
        Server server =
            Guice.createInjector(
                    new ServerModule(settings, new Bus(new BusOptions()), new Suggestions(), sight))
                .getInstance(Server.class)) {
      Client client = new Client(URI.create(server.start()));
      List<String> tips = List.of(done(client), done(client));
      server.drain();
      return tips;
    }
  }

  private static String done(Client client) throws Exception {
    String tip = client.tip();
    assertThat(client.react(tip, "done", "press")).isTrue();
    await().atMost(PATIENCE).until(() -> lag(client) == 0);
    assertThat(client.get("/metrics").body())
        .contains("oo_follower_lag_rows{follower=\"habits\"} 0");
    return tip;
  }

  private static long lag(Client client) throws Exception {
    return Client.json(client.get("/health/ready")).path("lags").path("habits").asLong(-1);
  }

  @Test
  void what_people_lately_did_is_seen_and_comes_out_again() throws Exception {
    Path place = folder.resolve("data");
    List<String> tips = asked(place);
    String first = tips.get(0);
    String second = tips.get(1);
    String data = place.toString();

    assertThat(run("replay", first, data, "--habits"))
        .isEqualTo(new Outcome(0, "identical" + LINE + "habits identical, absent" + LINE, ""));
    assertThat(run("replay", second, data, "--habits").out())
        .isEqualTo("identical" + LINE + "habits identical, as of row 2, rows behind: 0" + LINE);
    assertThat(run("replay", second, data).exit()).as("another schema").isEqualTo(79);
  }

  private static Outcome run(String verb, String tip, String data, String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(more, 0, all, 4, more.length);
    System.arraycopy(new String[] {verb, tip, "--data-dir", data}, 0, all, 0, 4);
    return Terminal.run(all);
  }
}
