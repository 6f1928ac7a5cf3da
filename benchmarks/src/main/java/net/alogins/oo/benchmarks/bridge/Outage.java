package net.alogins.oo.benchmarks.bridge;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import net.alogins.oo.Recommender;
import net.alogins.oo.benchmarks.Scratch;
import net.alogins.oo.benchmarks.Sides;
import net.alogins.oo.benchmarks.Steady;
import net.alogins.oo.benchmarks.Tasks;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.nats.NatsBridge;
import net.alogins.oo.policies.Policies;

/**
 * What it costs that NATS is away: tips from a recommender on SQLite whose log is sent there, while
 * it is there and while it is killed, by turns; and then a backlog, in memory and in time.
 *
 * @param server the nats-server
 * @param rounds how many, after one to warm up
 * @param seconds how long each side of one
 * @param backlog the rows that are written while it is away
 */
record Outage(String server, int rounds, double seconds, Rows backlog) {

  static final int ROUNDS = 11;

  private static final int CANDIDATES = 20;
  private static final int COLUMNS = 16;
  private static final long BETWEEN_TIPS = 5_000_000;
  private static final Steady WARM = new Steady(BETWEEN_TIPS, .5);
  private static final long GLANCE = 1_000_000;
  private static final double MOST = .9;
  private static final double NANOS = 1e9;
  private static final double MIB = 1 << 20;

  /** The figures, which are printed as they come. */
  Map<String, Object> measured(PrintWriter out) throws Exception {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "bridge-down");
    json.put("jdk", Runtime.version().feature());
    Sides sides = tips();
    out.println(sides.line("tip, 90th percentile"));
    out.flush();
    json.put("tip", sides.figures());
    Drain drain = drain();
    out.println(drain);
    json.put("rows", backlog.many());
    json.put("heapBefore", drain.heapBefore());
    json.put("heapWith", drain.heapWith());
    json.put("drain", drain.seconds());
    return json;
  }

  /** What a backlog takes: in memory, in MiB, and until it is sent. */
  private record Drain(int rows, double heapBefore, double heapWith, double seconds) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "backlog of %,d rows: heap %.1f MiB before, %.1f MiB with it; sent within %.1f s",
          rows,
          heapBefore,
          heapWith,
          seconds);
    }
  }

  private Sides tips() throws Exception {
    Sides sides = new Sides("with NATS", "without");
    Steady steady = new Steady(BETWEEN_TIPS, seconds);
    Tasks tasks = new Tasks(CANDIDATES, COLUMNS);
    try (Scratch scratch = new Scratch();
        Broker broker = Broker.start(server, scratch.path("nats"));
        SqliteStores kept = SqliteStores.open(scratch.path("oo.db"), new TenantId("bench"));
        Recommender recommender =
            Recommender.from(tasks.source())
                .choosingWith(Policies.standard())
                .features(tasks.features())
                .stores(kept.stores())
                .build();
        NatsBridge bridge = bridge(broker, kept.stores().log())) {
      Both both = new Both(broker, bridge, new Asking(recommender), steady);
      for (int round = 0; round <= rounds; round++) {
        boolean isFirst = round % 2 == 0;
        double before = isFirst ? both.with() : both.without();
        double after = isFirst ? both.without() : both.with();
        if (round > 0) {
          sides.add(isFirst ? before : after, isFirst ? after : before);
        }
      }
    }
    return sides;
  }

  /** The two sides of a round; each begins when nothing waits behind the path, nor to be sent. */
  private record Both(Broker broker, NatsBridge bridge, Asking asking, Steady steady) {

    double with() {
      await(() -> bridge.lag() == 0 && !bridge.isTroubled());
      await(asking::isIdle);
      WARM.time(asking::tip);
      return steady.time(asking::tip).percentile(MOST);
    }

    double without() throws Exception {
      await(() -> bridge.lag() == 0 && !bridge.isTroubled());
      broker.kill();
      await(bridge::isTroubled);
      await(asking::isIdle);
      WARM.time(asking::tip);
      double micros = steady.time(asking::tip).percentile(MOST);
      broker.restart();
      return micros;
    }
  }

  /** Asks for another person each time, so that each tip is a new decision. */
  private static final class Asking {

    private final Recommender recommender;
    private int asked;

    Asking(Recommender recommender) {
      this.recommender = recommender;
    }

    boolean isIdle() {
      return Collections.max(recommender.health().lags().values()) == 0;
    }

    void tip() {
      if (recommender.tip(new UserId("person" + asked++)).tip().isEmpty()) {
        throw new IllegalStateException("there must be a tip");
      }
    }
  }

  private Drain drain() throws Exception {
    try (Scratch scratch = new Scratch();
        Broker broker = Broker.start(server, scratch.path("nats"));
        SqliteStores kept = SqliteStores.open(scratch.path("oo.db"), new TenantId("bench"));
        NatsBridge bridge = bridge(broker, kept.stores().log())) {
      EventLog log = kept.stores().log();
      new Rows(backlog.many() / 10, backlog.candidates()).to(log);
      await(() -> bridge.lag() == 0 && !bridge.isTroubled());
      broker.kill();
      await(bridge::isTroubled);
      double before = heap();
      backlog.to(log);
      double with = heap();
      long begin = System.nanoTime();
      broker.restart();
      await(() -> bridge.lag() == 0);
      return new Drain(backlog.many(), before, with, (System.nanoTime() - begin) / NANOS);
    }
  }

  private static NatsBridge bridge(Broker broker, EventLog log) {
    return NatsBridge.to(broker.url(), BridgeCommand.names("bench")).relay(log).open();
  }

  private static void await(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      LockSupport.parkNanos(GLANCE);
    }
  }

  /** What is reachable in the heap, in MiB. */
  private static double heap() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }
}
