package net.alogins.oo.benchmarks.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import net.alogins.oo.benchmarks.Sorted;
import net.alogins.oo.benchmarks.Steady;
import net.alogins.oo.benchmarks.hot.Ask;
import net.alogins.oo.benchmarks.scale.Curve.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./oo bench scale}. */
@Command(
    name = "scale",
    description = {
      "How cost grows: a tip by candidates and by shadows, from stores in memory; on SQLite a question,",
      "its answer, a start and the heap in use, by people, and by rows of the log of a thousand people.",
      "What happened before is written many rows at once; what is timed is one caller's. Prints medians",
      "and 90th percentiles, and draws them. The last line is JSON."
    })
public final class ScaleCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COLUMNS = 16;
  private static final int CANDIDATES = 100;
  private static final int MOST_CANDIDATES = 10_000;
  private static final int FIRST = 10;
  private static final int ROWS_FOR_EACH = 10;
  private static final int FIRST_ROWS = 1_000;
  private static final int PEOPLE = 1_000;
  private static final int WARM = 3;
  private static final long BETWEEN_TIPS = 5_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--most",
      description = "people; rows of the log are ten times as many: 10,000 by default")
  private long most = 10_000;

  @Option(
      names = "--seconds",
      description = "how long tips from memory are measured each: 2 by default")
  private double seconds = 2;

  @Option(
      names = "--times",
      description = "how many questions are timed on SQLite each: 200 by default")
  private int times = 200;

  @Option(names = "--svg", description = "a file for the picture")
  private Optional<Path> svg = Optional.empty();

  private final Curve candidates = Curve.of("tip, in memory", Unit.MICROSECONDS, "candidates");
  private final Curve shadows =
      Curve.of("tip, in memory, 200 a second", Unit.MICROSECONDS, "shadows");
  private final List<Curve> people = onSqlite("people");
  private final List<Curve> rows = onSqlite("rows of the log");

  private static List<Curve> onSqlite(String x) {
    return List.of(
        Curve.of("question, SQLite", Unit.MICROSECONDS, x),
        Curve.of("answer, SQLite", Unit.MICROSECONDS, x),
        Curve.of("start, SQLite", Unit.MICROSECONDS, x),
        Curve.of("heap in use", Unit.BYTES, x));
  }

  private List<List<Curve>> lines() {
    return List.of(List.of(candidates, shadows), people, rows);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (most < FIRST || times < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--most must be at least %d and --times at least 1 but were %d and %d"
              .formatted(FIRST, most, times));
    }
    tips();
    places();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "scale");
    json.put("jdk", Runtime.version().feature());
    json.put("curves", lines().stream().flatMap(List::stream).toList());
    out().println(JSON.writeValueAsString(json));
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** A run that is cut short leaves a picture of what it saw. */
  private void add(Curve curve, long x, Sorted measured) throws IOException {
    out().println(curve.add(x, measured));
    out().flush();
    if (svg.isPresent()) {
      Files.writeString(svg.get(), new Chart(lines()).svg());
    }
  }

  private void tips() throws IOException {
    for (int count = 10; count <= MOST_CANDIDATES; count *= 10) {
      add(candidates, count, tip(count, 0, 0));
    }
    for (int count : new int[] {0, 1, 2, 4, 8}) {
      add(shadows, count, tip(CANDIDATES, count, BETWEEN_TIPS));
    }
  }

  private Sorted tip(int many, int beside, long everyNanos) {
    Ask ask = new Ask();
    ask.candidates = many;
    ask.columns = COLUMNS;
    ask.shadows = beside;
    ask.begin();
    new Steady(0, WARM * seconds).time(ask::tip);
    ask.begin();
    Sorted micros = new Steady(everyNanos, seconds).time(ask::tip);
    ask.end();
    return micros;
  }

  /** Both grow by turns, so that what takes longest comes last. */
  private void places() throws IOException, InterruptedException {
    try (Place crowd = new Place(0);
        Place log = new Place(PEOPLE)) {
      for (long count = FIRST; count <= most; count *= 10) {
        crowd.settle(count);
        add(people, count, crowd.cost(times));
        if (count * ROWS_FOR_EACH >= FIRST_ROWS) {
          log.happen(count * ROWS_FOR_EACH);
          add(rows, count * ROWS_FOR_EACH, log.cost(times));
        }
      }
    }
  }

  private void add(List<Curve> curves, long x, Place.Cost cost) throws IOException {
    add(curves.get(0), x, cost.question());
    add(curves.get(1), x, cost.answer());
    add(curves.get(2), x, cost.start());
    add(curves.get(3), x, Sorted.of(DoubleStream.of(cost.bytes())));
  }
}
