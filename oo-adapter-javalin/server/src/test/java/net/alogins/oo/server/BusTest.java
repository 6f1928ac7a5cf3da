package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.api.MessageInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.nats.NatsServer;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.Wire;
import net.alogins.oo.wire.v1.Incoming;
import net.alogins.oo.wire.v1.ReactionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The server, and NATS beside it. */
@SuppressWarnings("try") // a connection's close may be interrupted
class BusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void others_hear_of_a_tip_and_say_that_it_is_done() throws Exception {
    Path tasks = Files.writeString(folder.resolve("todo.txt"), "Water the plants\n");
    Path data = folder.resolve("data");
    try (NatsServer nats = NatsServer.in(folder.resolve("nats"));
        ServerProcess server =
            ServerProcess.serving(
                "--data-dir",
                data.toString(),
                "--port",
                "0",
                "--tasks",
                tasks.toString(),
                "--nats",
                nats.url())) {
      Client client = new Client(server.address());
      String tip = client.tip();
      assertThat(lag(client)).isEqualTo(1);

      nats.start();

      await().atMost(PATIENCE).until(() -> lag(client) == 0);
      assertThat(client.get("/metrics").body())
          .contains("oo_follower_lag_rows{follower=\"nats\"} 0");
      try (Connection connection = Nats.connect(nats.url())) {
        MessageInfo first = connection.jetStreamManagement().getMessage("oo_home", 1);
        assertThat(Wire.parse(first.getData()).getDecided().getTip()).isEqualTo(tip);
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .until(() -> connection.jetStream().publish("oo.home.in.me.said", done(tip)) != null);
      }
      await()
          .atMost(PATIENCE)
          .until(() -> client.get("/v1/tips/" + tip).body().contains("\"outcome\":\"done\""));
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve(NatsKey.NAME))))
        .isEqualTo("rw-------");
  }

  @Test
  void what_others_push_is_a_tip_and_its_connection_is_there_to_be_ended() throws Exception {
    Path tasks = Files.writeString(folder.resolve("todo.txt"), "");
    try (NatsServer nats = NatsServer.in(folder.resolve("nats")).start();
        ServerProcess server =
            ServerProcess.serving(
                "--data-dir",
                folder.resolve("data").toString(),
                "--port",
                "0",
                "--tasks",
                tasks.toString(),
                "--nats",
                nats.url(),
                "--nats-tasks",
                "crm,billing");
        Connection connection = Nats.connect(nats.url())) {
      Client client = new Client(server.address());
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> connection.jetStream().publish("oo.home.in.me.task", opened()) != null);

      await()
          .atMost(PATIENCE)
          .until(() -> client.post("/v1/tips", "{}").body().contains("Call back"));
      JsonNode all = Client.json(client.get("/v1/connections"));
      assertThat(all.path("connectors")).isEmpty();
      assertThat(all.path("connections")).hasSize(1);
      assertThat(all.path("connections").path(0).path("connector").asText()).isEqualTo("billing");
    }
  }

  private static byte[] opened() {
    Incoming.Builder message = Incoming.newBuilder().setTenant("home").setUser("me");
    message.getTaskOpenedBuilder().setSource("billing").setKey("7").setTitle("Call back");
    return message.build().toByteArray();
  }

  private static long lag(Client client) throws Exception {
    return Client.json(client.get("/health/ready")).path("lags").path("nats").asLong(-1);
  }

  private static byte[] done(String tip) {
    Incoming.Builder message = Incoming.newBuilder().setTenant("home").setUser("me");
    message.getSaidBuilder().setTip(tip).setKind(ReactionKind.REACTION_KIND_DONE);
    return message.build().toByteArray();
  }

  @Test
  void a_wrong_address_or_key_is_refused() throws Exception {
    Path key = Files.writeString(folder.resolve("short.key"), "00\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

    refuses("nats-key must come with --nats", "--nats-key", key.toString());
    refuses("must be at nats://HOST:PORT", "--nats", "http://127.0.0.1:1");
    String rule = key + " must be a file of 64 hexadecimal digits";
    refuses(rule, "--nats", "nats://127.0.0.1:1", "--nats-key", key.toString());
    assertThatThrownBy(
            () -> bus("--nats", "nats://127.0.0.1:1", "--nats-tasks", "A B").connectors())
        .hasMessageContaining("must match [a-z0-9-]{1,32}");
    refuses("replicas must be", "--nats", "nats://127.0.0.1:1", "--nats-replicas", "2");
    Files.writeString(key, "not a key\n");
    refuses(rule, "--nats", "nats://127.0.0.1:1", "--nats-key", key.toString());
  }

  private static Bus bus(String... options) {
    return new Bus(CommandLine.populateCommand(new BusOptions(), options));
  }

  @Test
  void who_joins_must_name_people_as_the_others_do() throws Exception {
    String key = "0a".repeat(Pseudonyms.KEY_BYTES);
    Stores shared = Stores.inMemory();
    join(shared, "first", "--nats-key", key);
    join(shared, "second", "--nats-key", key);

    assertThatThrownBy(() -> join(shared, "third"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nats.key must be there");
    assertThatThrownBy(() -> join(shared, "third", "--nats-key", "0b" + key.substring(2)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("must be named with the key that they have been named with");
    assertThat(folder.resolve("third").resolve(NatsKey.NAME)).doesNotExist();
    join(shared, "third", "--nats-new-names");
    join(shared, "third");
  }

  private void join(Stores shared, String directory, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--nats", "nats://127.0.0.1:1"));
    open(shared, directory, all.toArray(String[]::new));
  }

  private void refuses(String rule, String... options) {
    assertThatThrownBy(() -> open(Stores.inMemory(), "data", options))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(rule);
  }

  /** Opens and closes one with a data directory of its own. */
  private void open(Stores stores, String directory, String... options) {
    Place place = Place.in(new DataDirectory(folder.resolve(directory)));
    try (Bus bus = bus(options);
        Kept kept = new Kept(stores, () -> {});
        Recommender recommender =
            Recommender.from(CandidateSource.immediate(context -> List.of()))
                .choosingWith(ServerModule.policy())
                .stores(stores)
                .build()) {
      bus.open(place, kept, recommender, Optional.empty());
    }
  }
}
