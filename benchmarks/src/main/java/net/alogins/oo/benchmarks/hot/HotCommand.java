package net.alogins.oo.benchmarks.hot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.benchmarks.Wabbit;
import net.alogins.oo.policies.Policies;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench hot}. */
@Command(
    name = "hot",
    description = {
      "Times the hot path beside Vowpal Wabbit and the machine's own limits: to rank and draw, to",
      "learn, a whole tip, by candidates x columns. Each round times everything once, each in a",
      "process of its own. Prints medians over the rounds, in microseconds; the ratios to Vowpal",
      "Wabbit, their geometric mean and the worst. The last line is JSON."
    })
public final class HotCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Job> WABBIT = Job.grid("Vowpal.rank", Map.of());
  private static final Job WABBIT_LEARNS = Job.of("Vowpal.learn", Map.of(), 100, 64);
  private static final Job MULTIPLY = new Job("Machine.multiply", Map.of());
  private static final Job READ = new Job("Machine.read", Map.of());
  private static final Job ENCODE = Job.of("Bytes.encode", Map.of(), 100, 64);
  private static final Job DECODE = Job.of("Bytes.decode", Map.of(), 100, 64);
  private static final Job ANSWER = Job.of("Bytes.answer", Map.of(), 100, 64);
  private static final List<Job> TIPS = Job.grid("Ask.tip", Map.of());

  /** The more code there is on the way, the longer the JIT takes to know it. */
  private static final double LONG_WAY = 4;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rounds", description = "how often: 5 by default")
  private int rounds = 5;

  @Option(names = "--quick", description = "one short round, in three minutes")
  private boolean isQuick;

  private final Times times = new Times();

  private static Map<String, List<Job>> ranks() {
    Map<String, List<Job>> ranks = new LinkedHashMap<>();
    for (String exploration : List.of("inverse-gap-1000", "upper-bound-0.25", "thompson-0.25-16")) {
      ranks.put(exploration, Job.grid("Rank.rank", Map.of("policy", "linear-" + exploration)));
    }
    ranks.put("tip", TIPS);
    return ranks;
  }

  private static Job learns(String method) {
    return Job.of(method, Map.of("policy", "linear-inverse-gap-1000"), 100, 64);
  }

  private static Job choice(String candidates) {
    return new Job("Choice.choose", Map.of("candidates", candidates));
  }

  private static List<Job> all() {
    Stream<Job> singles =
        Stream.of(
            WABBIT_LEARNS,
            learns("Rank.learn"),
            learns("Rank.learnBatch"),
            choice("tasks"),
            choice("arms"),
            ENCODE,
            DECODE,
            ANSWER,
            MULTIPLY,
            READ);
    Stream<Job> sized =
        IntStream.range(0, WABBIT.size())
            .boxed()
            .flatMap(
                i ->
                    Stream.concat(
                        Stream.of(WABBIT.get(i)), ranks().values().stream().map(j -> j.get(i))));
    return Stream.concat(singles, sized).toList();
  }

  @Override
  public Integer call() throws RunnerException, JsonProcessingException {
    String missing = Wabbit.missing();
    if (!missing.isEmpty()) {
      spec.commandLine().getErr().println("oo: Vowpal Wabbit must run beside it, but: " + missing);
      return 1;
    }
    for (int round = 0; round < (isQuick ? 1 : rounds); round++) {
      for (Job job : all()) {
        double warm = isLong(job) ? LONG_WAY : 1;
        times.add(job, Timed.of(job, warm * seconds(), seconds()));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "hot");
    json.put("jdk", Runtime.version().feature());
    json.put("kernel", Policies.kernel());
    say("JDK %d, computing with: %s", Runtime.version().feature(), Policies.kernel());
    json.put("machine", machine());
    json.put("choice", choices());
    json.put("bytes", bytes());
    json.put("learn", learning());
    json.put("rank", ranking());
    out().println(JSON.writeValueAsString(json));
    return 0;
  }

  private static boolean isLong(Job job) {
    return TIPS.contains(job) || job.equals(choice("tasks")) || job.equals(choice("arms"));
  }

  private double seconds() {
    return isQuick ? .6 : 1.5;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void say(String format, Object... values) {
    out().println(String.format(Locale.ROOT, format, values));
  }

  private Map<String, Double> machine() {
    double products = Machine.PRODUCTS / times.micros(MULTIPLY) / 1000;
    double read = Machine.BYTES / times.micros(READ) / 1000;
    say("one core: %.1f GFMA/s of float64, reads %.1f GB/s", products, read);
    return Map.of("gfma", products, "gbytes", read);
  }

  private Map<String, Object> choices() {
    Map<String, Object> json = new LinkedHashMap<>();
    for (String candidates : List.of("tasks", "arms")) {
      Job job = choice(candidates);
      say(
          "choose among 10 of 110 columns and learn, %s: %.1f us, %.0f bytes",
          candidates, times.micros(job), times.bytes(job));
      json.put(candidates, Map.of("us", times.micros(job), "bytes", times.bytes(job)));
    }
    return json;
  }

  private Map<String, Double> bytes() {
    double encode = times.micros(ENCODE);
    double decode = times.micros(DECODE);
    double answer = times.micros(ANSWER);
    say(
        "a decision of 100 x 64 becomes a row in %.1f us, and a row a decision in %.1f; an open tip, an answer in %.1f",
        encode, decode, answer);
    return Map.of("encode", encode, "decode", decode, "answer", answer);
  }

  private Map<String, Double> learning() {
    Job one = learns("Rank.learn");
    Job batch = learns("Rank.learnBatch");
    double alone = times.ratio(WABBIT_LEARNS, one);
    double each = times.ratio(WABBIT_LEARNS, batch) * Rank.BATCH;
    say(
        "learn one of 100 x 64: Vowpal Wabbit, which reads all 100, %.1f us; alone %.1f us, %.0f times; each of %d %.2f us,"
            + " %.0f times",
        times.micros(WABBIT_LEARNS),
        times.micros(one),
        alone,
        Rank.BATCH,
        times.micros(batch) / Rank.BATCH,
        each);
    return Map.of("alone", alone, "each", each);
  }

  private Map<String, Object> ranking() {
    String head =
        WABBIT.stream()
            .map(job -> String.format(Locale.ROOT, "%10s", job.cell()))
            .collect(Collectors.joining());
    say("%-18s%s  mean ratio  worst", "us", head);
    say("%-18s%s", "Vowpal Wabbit", numbers("%10.2f", WABBIT.stream().mapToDouble(times::micros)));
    Map<String, Object> json = new LinkedHashMap<>();
    ranks()
        .forEach(
            (name, jobs) -> {
              double[] ratios =
                  IntStream.range(0, jobs.size())
                      .mapToDouble(i -> times.ratio(WABBIT.get(i), jobs.get(i)))
                      .toArray();
              double mean = Math.exp(Arrays.stream(ratios).map(Math::log).average().orElseThrow());
              double worst = Arrays.stream(ratios).min().orElseThrow();
              String micros = numbers("%10.2f", jobs.stream().mapToDouble(times::micros));
              say("%-18s%s  %10.1f  %5.1f", name, micros, mean, worst);
              say("%-18s%s", "  bytes", numbers("%10.0f", jobs.stream().mapToDouble(times::bytes)));
              json.put(name, Map.of("mean", mean, "worst", worst, "ratios", ratios));
            });
    return json;
  }

  private static String numbers(String format, DoubleStream values) {
    return values
        .mapToObj(value -> String.format(Locale.ROOT, format, value))
        .collect(Collectors.joining());
  }
}
