package net.alogins.oo.benchmarks.hot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench hot}. */
@Command(
    name = "hot",
    description = {
      "Times one choice and what is learned of it, and prints the mean in microseconds and the",
      "bytes allocated. The last line is JSON."
    })
public final class HotCommand implements Callable<Integer> {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "half a minute instead of three")
  private boolean isQuick;

  @Override
  public Integer call() throws RunnerException, JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> json = new LinkedHashMap<>();
    for (RunResult run : results()) {
      String name = run.getParams().getParam("candidates");
      Result<?> time = run.getPrimaryResult();
      Result<?> bytes = Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED), ALLOCATED);
      out.println(
          String.format(
              Locale.ROOT,
              "%-8s %8.1f ± %.1f us %10.0f bytes",
              name,
              time.getScore(),
              time.getScoreError(),
              bytes.getScore()));
      json.put(name, Map.of("us", time.getScore(), "bytes", bytes.getScore()));
    }
    out.println(JSON.writeValueAsString(Map.of("benchmark", "hot", "choice", json)));
    return 0;
  }

  private Collection<RunResult> results() throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(Choice.class.getName())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .addProfiler("gc")
                .warmupIterations(5)
                .measurementIterations(isQuick ? 3 : 10)
                .warmupTime(TimeValue.seconds(isQuick ? 1 : 3))
                .measurementTime(TimeValue.seconds(isQuick ? 1 : 3))
                .forks(isQuick ? 1 : 2)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }
}
