package net.alogins.oo.benchmarks.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import net.alogins.oo.benchmarks.Steady;
import net.alogins.oo.benchmarks.hot.Ask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench scale}. */
@Command(
    name = "scale",
    description = {
      "How cost grows: a tip by candidates and by shadows, from stores in memory; a tip and its answer",
      "on SQLite by people and by rows of the log, and a start of it by rows. Prints medians in",
      "microseconds, and draws them. The last line is JSON."
    })
public final class ScaleCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COLUMNS = 16;
  private static final int CANDIDATES = 100;
  private static final int MOST_CANDIDATES = 10_000;
  private static final int PEOPLE = 1_000;
  private static final int WARM = 3;
  private static final long BETWEEN_TIPS = 5_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--most", description = "people, and rows of the log: 10,000 by default")
  private long most = 10_000;

  @Option(names = "--seconds", description = "how long each is measured: 2 by default")
  private double seconds = 2;

  @Option(names = "--svg", description = "a file for the picture")
  private Optional<Path> svg = Optional.empty();

  private final SplittableRandom random = new SplittableRandom(5);

  @Override
  public Integer call() throws Exception {
    Curve people = Curve.of("tip and answer, SQLite", "people");
    Curve rows = Curve.of("tip and answer, SQLite", "rows of the log");
    Curve start = Curve.of("start, SQLite", "rows of the log");
    Curve candidates = candidates();
    Curve shadows = shadows();
    people(people);
    rows(rows, start);
    List<Curve> all = List.of(candidates, shadows, people, rows, start);
    if (svg.isPresent()) {
      Files.writeString(svg.get(), new Chart(all).svg());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "scale");
    json.put("jdk", Runtime.version().feature());
    json.put("curves", all);
    out().println(JSON.writeValueAsString(json));
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void add(Curve curve, long x, double micros) {
    curve.add(x, micros);
    out()
        .println(
            String.format(
                Locale.ROOT, "%s, %,d %s: %,.1f us", curve.title(), x, curve.x(), micros));
    out().flush();
  }

  private Curve candidates() {
    Curve curve = Curve.of("tip, in memory", "candidates");
    for (int count = 10; count <= MOST_CANDIDATES; count *= 10) {
      add(curve, count, tip(count, 0, 0));
    }
    return curve;
  }

  private Curve shadows() {
    Curve curve = Curve.of("tip, in memory, 200 a second", "shadows");
    for (int count : new int[] {0, 1, 2, 4, 8}) {
      add(curve, count, tip(CANDIDATES, count, BETWEEN_TIPS));
    }
    return curve;
  }

  private double tip(int candidates, int shadows, long everyNanos) {
    Ask ask = new Ask();
    ask.candidates = candidates;
    ask.columns = COLUMNS;
    ask.shadows = shadows;
    ask.begin();
    new Steady(0, WARM * seconds).time(ask::tip);
    ask.begin();
    double micros = new Steady(everyNanos, seconds).time(ask::tip).median();
    ask.end();
    return micros;
  }

  private void people(Curve curve) throws Exception {
    try (Place place = new Place()) {
      for (long count = 10; count <= most; count *= 10) {
        place.settle(count);
        add(curve, count, live(place));
      }
    }
  }

  private void rows(Curve curve, Curve start) throws Exception {
    try (Place place = new Place()) {
      place.settle(Math.min(PEOPLE, most / 10));
      for (long count = 1_000; count <= most; count *= 10) {
        place.happen(count);
        add(start, count, place.reopened());
        add(curve, count, live(place));
      }
    }
  }

  private double live(Place place) {
    return new Steady(0, seconds).time(() -> place.liveOnce(random)).median();
  }
}
