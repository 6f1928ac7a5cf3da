package net.alogins.oo.benchmarks.hot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import net.alogins.oo.benchmarks.Sides;
import net.alogins.oo.benchmarks.Steady;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.SharedPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench load}. */
@Command(
    name = "load",
    description = {
      "How much longer a choice takes while others work beside it, 100 candidates of 64 columns: to",
      "rank while a thread learns 10,000 rows a second (90th percentiles), and a tip, 200 a second,",
      "while shadows rank the same (medians), and while 10,000 tasks of somebody else are synced (90th",
      "percentiles). Each round measures both sides, in turns. Prints the medians of the ratios over",
      "the rounds, with 95 %% intervals. The last line is JSON."
    })
public final class LoadCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CANDIDATES = 100;
  private static final int COLUMNS = 64;
  private static final int ROWS_A_SECOND = 10_000;
  private static final long BETWEEN_TIPS = 5_000_000;
  private static final int SHADOWS = 8;
  private static final int TASKS = 10_000;
  private static final double MOST = .9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rounds", description = "how often: 11 by default")
  private int rounds = 11;

  @Option(names = "--seconds", description = "how long each side of a round: 2 by default")
  private double seconds = 2;

  private final SplittableRandom random = new SplittableRandom(4);

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "load");
    json.put("jdk", Runtime.version().feature());
    json.put("learning", ranksWhileLearning());
    json.put("shadows", tipsWithShadows());
    json.put("syncing", tipsWhileSyncing());
    out().println(JSON.writeValueAsString(json));
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void say(String what, Sides sides) {
    out().println(sides.line(what));
    out().flush();
  }

  private Map<String, Double> ranksWhileLearning() {
    Play<?> play =
        new Play<>(
            (SharedPolicy<?>) Policies.named("linear-inverse-gap-1000"),
            Slates.of(CANDIDATES, COLUMNS));
    Steady steady = new Steady(0, seconds);
    Sides sides = new Sides("alone", "beside");
    double slowest = ROWS_A_SECOND;
    for (int round = -1; round < rounds; round++) {
      double alone = steady.time(() -> play.rank(random)).percentile(MOST);
      try (Learner learner = new Learner(play, ROWS_A_SECOND)) {
        double beside = steady.time(() -> play.rank(random)).percentile(MOST);
        if (round >= 0) {
          sides.add(alone, beside);
          slowest = Math.min(slowest, learner.rate());
        }
      }
    }
    Map<String, Double> figures = sides.figures();
    figures.put("rowsPerSecond", slowest);
    say("rank while learning, 90th percentile", sides);
    return figures;
  }

  private Map<String, Double> tipsWithShadows() {
    Steady steady = new Steady(BETWEEN_TIPS, seconds);
    Steady warm = new Steady(0, seconds);
    Sides sides = new Sides("alone", "beside");
    long lag = 0;
    for (int round = -1; round < rounds; round++) {
      Ask alone = ask(0);
      Ask beside = ask(SHADOWS);
      if (round < 0) {
        warm.time(alone::tip);
        warm.time(beside::tip);
      } else {
        sides.add(steady.time(alone::tip).median(), steady.time(beside::tip).median());
        lag = Math.max(lag, beside.lag());
      }
      alone.end();
      beside.end();
    }
    Map<String, Double> figures = sides.figures();
    figures.put("lag", (double) lag);
    say("tip with " + SHADOWS + " shadows, median", sides);
    out().println("the slowest shadow was at most " + lag + " rows behind at the end of a round");
    return figures;
  }

  private Map<String, Double> tipsWhileSyncing() {
    Steady steady = new Steady(BETWEEN_TIPS, seconds);
    Sides sides = new Sides("alone", "beside");
    try (Syncing syncing = new Syncing(CANDIDATES, TASKS)) {
      while (syncing.candidates() < CANDIDATES) {
        Thread.onSpinWait();
      }
      for (int round = -1; round < rounds; round++) {
        double alone = steady.time(syncing::tip).percentile(MOST);
        syncing.begin();
        double beside = steady.time(syncing::tip).percentile(MOST);
        syncing.end();
        if (round >= 0) {
          sides.add(alone, beside);
        }
      }
      Map<String, Double> figures = sides.figures();
      figures.put("pages", (double) syncing.pages());
      say("tip while " + TASKS + " tasks are synced, 90th percentile", sides);
      return figures;
    }
  }

  private static Ask ask(int shadows) {
    Ask ask = new Ask();
    ask.candidates = CANDIDATES;
    ask.columns = COLUMNS;
    ask.shadows = shadows;
    ask.begin();
    return ask;
  }
}
