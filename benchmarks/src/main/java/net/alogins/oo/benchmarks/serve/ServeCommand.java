package net.alogins.oo.benchmarks.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import net.alogins.oo.Stores;
import net.alogins.oo.benchmarks.Scratch;
import net.alogins.oo.benchmarks.Sorted;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.memory.InMemoryTipScores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench serve}. */
@Command(
    name = "serve",
    description = {
      "How many tips a second a Javalin server gives to callers that ask all the time, 100 candidates",
      "of 64 columns, each somebody who did not ask before: from stores in memory, beside a route that",
      "only says hello; and from SQLite, beside a log that is a bare file with one flush for all that",
      "wait. The callers use the same machine. Each round measures both of a pair, in turns; six",
      "more come before, to warm up. Prints medians over the rounds, with 95 %% intervals of the",
      "ratios. The last line is JSON."
    })
public final class ServeCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CREATED = 201;
  private static final int OK = 200;

  /** So many rounds it takes until the JIT wants none of the cores. */
  private static final int WARM = 6;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rounds", description = "how often: 5 by default")
  private int rounds = 5;

  @Option(names = "--seconds", description = "how long each of a round: 3 by default")
  private double seconds = 3;

  @Option(names = "--callers", description = "how many ask at the same time: 64 by default")
  private int callers = 64;

  /** What is measured: a number of answers a second. */
  private interface Side {
    double measure() throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "serve");
    json.put("jdk", Runtime.version().feature());
    json.put("callers", callers);
    json.put("memory", compared("memory", () -> tips(Stores.inMemory()), "hello", this::hello));
    json.put("sqlite", compared("sqlite", this::sqlite, "file", this::file));
    out().println(JSON.writeValueAsString(json));
    return 0;
  }

  private double hello() throws Exception {
    try (Host host = new Host(Stores.inMemory())) {
      return new Load(callers, seconds).of(host.port(), host::hello, OK).perSecond();
    }
  }

  private double tips(Stores stores) throws Exception {
    try (Host host = new Host(stores)) {
      Load.Answers answers = new Load(callers, seconds).of(host.port(), host::tip, CREATED);
      if (host.decided() != answers.count()) {
        throw new IllegalStateException(
            "the log must have a decision for each answer but has %d for %d"
                .formatted(host.decided(), answers.count()));
      }
      return answers.perSecond();
    }
  }

  private double file() throws Exception {
    try (Scratch scratch = new Scratch();
        FileLog log = new FileLog(scratch.path("log"))) {
      return tips(
          new Stores(
              log, new InMemoryProfileStore(), new InMemoryTipScores(), new InMemoryStateStore()));
    }
  }

  private double sqlite() throws Exception {
    try (Scratch scratch = new Scratch();
        SqliteStores kept = SqliteStores.open(scratch.path("oo.db"), new TenantId("bench"))) {
      return tips(kept.stores());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** By turns; the first rounds only warm up. */
  private Map<String, Double> compared(String name, Side side, String beside, Side other)
      throws Exception {
    List<Double> mine = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    for (int round = -WARM; round < rounds; round++) {
      if (round % 2 == 0) {
        mine.add(side.measure());
        others.add(other.measure());
      } else {
        others.add(other.measure());
        mine.add(side.measure());
      }
    }
    return compared(name, measured(mine), beside, measured(others));
  }

  private static List<Double> measured(List<Double> all) {
    return all.subList(WARM, all.size());
  }

  private Map<String, Double> compared(
      String name, List<Double> side, String beside, List<Double> besides) {
    Sorted mine = Sorted.of(side);
    Sorted other = Sorted.of(besides);
    Sorted ratios = Sorted.ratios(side, besides);
    out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %.0f tips a second, %s %.0f; %.3f of it (%.3f to %.3f)",
                name,
                mine.median(),
                beside,
                other.median(),
                ratios.median(),
                ratios.low(),
                ratios.high()));
    return Map.of(
        "perSecond", mine.median(),
        "beside", other.median(),
        "ratio", ratios.median(),
        "low", ratios.low(),
        "high", ratios.high());
  }
}
