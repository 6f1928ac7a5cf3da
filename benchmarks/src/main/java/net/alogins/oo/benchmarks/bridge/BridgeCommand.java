package net.alogins.oo.benchmarks.bridge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import net.alogins.oo.benchmarks.Scratch;
import net.alogins.oo.benchmarks.Sorted;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.nats.NatsBridge;
import net.alogins.oo.wire.Pseudonyms;
import net.alogins.oo.wire.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench bridge}. */
@Command(
    name = "bridge",
    description = {
      "How many events a second reach NATS: the rows of a log on SQLite, read, sent and noted, beside",
      "the same bytes sent by jnats alone with as many under way, by turns, to the same server. A third",
      "of the rows are decisions. The last line is JSON."
    })
public final class BridgeCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WINDOW = 256;
  private static final int ROUNDS = 5;
  private static final double NANOS = 1e9;
  private static final long GLANCE = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rows", description = "rows of the log: 63,000 by default")
  private int rows = 63_000;

  @Option(
      names = "--rounds",
      description = "how often each is measured, after once to warm up: 5, or 11 with --down")
  private int rounds;

  @Option(names = "--candidates", description = "of a decision: 20 by default")
  private int candidates = 20;

  @Option(names = "--server", description = "the nats-server: nats-server by default")
  private String server = "nats-server";

  @Option(
      names = "--down",
      description = {
        "measures tips instead, while NATS is there and while it is not, by turns; and what so many",
        "rows of backlog take in memory, and how long to be sent"
      })
  private boolean isDown;

  @Option(names = "--seconds", description = "how long each side of a round of tips: 2 by default")
  private double seconds = 2;

  @Override
  public Integer call() throws Exception {
    if (isDown) {
      Outage outage =
          new Outage(
              server, rounds == 0 ? Outage.ROUNDS : rounds, seconds, new Rows(rows, candidates));
      Map<String, Object> json = outage.measured(spec.commandLine().getOut());
      spec.commandLine().getOut().println(JSON.writeValueAsString(json));
      return 0;
    }
    throughput(rounds == 0 ? ROUNDS : rounds);
    return 0;
  }

  private void throughput(int many) throws Exception {
    List<Double> raw = new ArrayList<>();
    List<Double> bridged = new ArrayList<>();
    try (Scratch scratch = new Scratch();
        Broker broker = Broker.start(server, scratch.path("nats"));
        SqliteStores kept = SqliteStores.open(scratch.path("oo.db"), new TenantId("bench"))) {
      EventLog log = kept.stores().log();
      new Rows(rows, candidates).to(log);
      List<byte[]> bodies = bodies(log);
      for (int round = 0; round <= many; round++) {
        double alone = alone(broker, "raw" + round, bodies);
        double across = across(broker, "round" + round, log);
        if (round > 0) {
          raw.add(alone);
          bridged.add(across);
        }
      }
    }
    print(raw, bridged);
  }

  private static List<byte[]> bodies(EventLog log) {
    Wire wire = new Wire(names("bench"));
    List<byte[]> bodies = new ArrayList<>();
    List<Recorded> page = log.read(0, Rows.PAGE);
    while (!page.isEmpty()) {
      page.forEach(row -> bodies.add(wire.envelope(row).toByteArray()));
      page = log.read(page.get(page.size() - 1).seq(), Rows.PAGE);
    }
    return bodies;
  }

  static Pseudonyms names(String tenant) {
    return Pseudonyms.of(new TenantId(tenant), new byte[Pseudonyms.KEY_BYTES]);
  }

  /** Messages a second, by jnats alone. */
  @SuppressWarnings("try") // a connection's close may be interrupted
  private static double alone(Broker broker, String name, List<byte[]> bodies) throws Exception {
    try (Connection connection = broker.connect()) {
      StreamConfiguration stream =
          StreamConfiguration.builder()
              .name(name)
              .subjects(name + ".*")
              .storageType(StorageType.File)
              .build();
      connection.jetStreamManagement().addStream(stream);
      JetStream publishing = connection.jetStream();
      Deque<CompletableFuture<PublishAck>> underWay = new ArrayDeque<>();
      long begin = System.nanoTime();
      for (byte[] body : bodies) {
        if (underWay.size() >= WINDOW) {
          underWay.remove().get();
        }
        underWay.add(publishing.publishAsync(name + ".event", body));
      }
      for (CompletableFuture<PublishAck> last : underWay) {
        last.get();
      }
      return bodies.size() * NANOS / (System.nanoTime() - begin);
    }
  }

  /** Rows a second, over the bridge; to another tenant's stream, so all of them. */
  private double across(Broker broker, String tenant, EventLog log) {
    EventLog own = new FreshPlaces(log);
    long begin = System.nanoTime();
    try (NatsBridge bridge = NatsBridge.to(broker.url(), names(tenant)).relay(own).open()) {
      do {
        LockSupport.parkNanos(GLANCE);
      } while (bridge.lag() > 0 || own.position("nats").orElse(0) < rows);
      return rows * NANOS / (System.nanoTime() - begin);
    }
  }

  private void print(List<Double> raw, List<Double> bridged) throws Exception {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "bridge");
    json.put("jdk", Runtime.version().feature());
    json.put("rows", rows);
    json.put("raw", Sorted.of(raw).median());
    json.put("bridge", Sorted.of(bridged).median());
    json.put("ratio", Sorted.of(bridged).median() / Sorted.of(raw).median());
    PrintWriter out = spec.commandLine().getOut();
    out.printf("jnats alone: %,.0f events/s %s%n", Sorted.of(raw).median(), raw);
    out.printf("bridge:      %,.0f events/s %s%n", Sorted.of(bridged).median(), bridged);
    out.println(JSON.writeValueAsString(json));
    out.flush();
  }
}
