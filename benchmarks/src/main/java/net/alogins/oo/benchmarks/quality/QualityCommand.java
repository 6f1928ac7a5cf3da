package net.alogins.oo.benchmarks.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.alogins.oo.benchmarks.CsvFile;
import net.alogins.oo.benchmarks.NamedPolicy;
import net.alogins.oo.benchmarks.Sample;
import net.alogins.oo.benchmarks.Seeds;
import net.alogins.oo.benchmarks.Wabbit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench quality}. */
@Command(
    name = "quality",
    description = {
      "Plays each CSV file of a folder as a bandit, through the public interface, and prints the",
      "share of right choices, exploration included. A file has a line of names, then numbers, the",
      "last column being the label; .csv.gz is read, too. The last line is JSON."
    })
public final class QualityCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<NamedPolicy> USUAL =
      Stream.of("standard", "standard-floor-0", "linear-upper-bound-0.25", "uniform")
          .map(NamedPolicy::of)
          .toList();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the folder; by default benchmarks/data, which has two small sets")
  private Path data = Path.of(System.getProperty("oo.data", "benchmarks/data"));

  @Option(
      names = "--seeds",
      paramLabel = "FROM-TO",
      converter = Seeds.Reading.class,
      description = "the orders of the rows; 1-5 by default")
  private Seeds seeds = Seeds.ofFirst(5);

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      split = ",",
      converter = NamedPolicy.Reading.class,
      description =
          "standard, uniform, first-candidate, or an oracle (linear, random-features, adaptive,"
              + " hierarchical) with an exploration (-greedy, -upper-bound-0.25, -thompson-0.25-64,"
              + " -inverse-gap-10) and perhaps a floor (-floor-0.02); by default standard,"
              + " standard-floor-0, linear-upper-bound-0.25 and uniform")
  private List<NamedPolicy> policies = USUAL;

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description = "JSON with what others came to on sets of these names, to compare with")
  private Path anchors = Path.of("");

  @Option(
      names = "--vw",
      description = "Vowpal Wabbit plays the same rows, in five configurations (Linux on x86-64)")
  private boolean isWithVw;

  @Override
  public Integer call() throws IOException {
    List<Contender> contenders = contenders();
    PrintWriter out = spec.commandLine().getOut();
    try {
      Anchors known = anchors.toString().isEmpty() ? Anchors.none() : Anchors.read(anchors);
      Map<String, Summary> summaries = new LinkedHashMap<>();
      contenders.forEach(one -> summaries.put(one.name(), new Summary()));
      Map<String, Object> json = new LinkedHashMap<>();
      out.printf(
          "%-22s %-22s %16s %9s %8s %9s%n",
          "set", "policy", "reward", "VW's best", "ratio", "first 500");
      for (Path file : CsvFile.in(data)) {
        DataSet set = DataSet.read(file);
        json.put(set.name(), played(set, contenders, known, summaries, out));
      }
      summaries.forEach((name, summary) -> out.println(summary.line(name)));
      out.println(
          JSON.writeValueAsString(
              Map.of("benchmark", "quality", "seeds", seeds.all(), "sets", json)));
      return 0;
    } catch (IOException unreadable) {
      spec.commandLine().getErr().println("oo: " + unreadable.getMessage());
      return FAILED;
    }
  }

  private List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    policies.forEach(policy -> contenders.add(new Game.Embedded(policy)));
    if (isWithVw) {
      String missing = Wabbit.missing();
      if (missing.isEmpty()) {
        contenders.addAll(VowpalWabbit.ALL);
      } else {
        spec.commandLine().getErr().println("oo: without Vowpal Wabbit: " + missing);
      }
    }
    return contenders;
  }

  private Map<String, Object> played(
      DataSet set,
      List<Contender> contenders,
      Anchors known,
      Map<String, Summary> summaries,
      PrintWriter out) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      String name = contender.name();
      List<Outcome> outcomes =
          seeds.all().parallelStream().map(seed -> contender.play(set, seed)).toList();
      Sample reward = new Sample(outcomes.stream().map(Outcome::reward).toList());
      double first = new Sample(outcomes.stream().map(Outcome::first).toList()).mean();
      OptionalDouble best = known.best(set.name());
      summaries.getOrDefault(name, new Summary()).add(set, reward.mean(), first, known);
      out.printf(
          "%-22s %-22s %.4f ± %.4f %9s %8s %9.3f%n",
          set.name(),
          name,
          reward.mean(),
          reward.standardError(),
          best.isPresent() ? "%.4f".formatted(best.getAsDouble()) : "-",
          best.isPresent() ? "%.4f".formatted(reward.mean() / best.getAsDouble()) : "-",
          first);
      out.flush();
      json.put(name, Map.of("reward", rounded(reward.mean()), "first500", rounded(first)));
    }
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  /** What one policy came to over all sets. */
  private static final class Summary {

    private final List<Double> rewards = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> firsts = new ArrayList<>();

    void add(DataSet set, double reward, double first, Anchors known) {
      double chance = 1. / set.labels().size();
      rewards.add(reward);
      known.best(set.name()).ifPresent(best -> ratios.add(reward / best));
      known.told(set.name()).ifPresent(told -> firsts.add((first - chance) / (told - chance)));
    }

    String line(String name) {
      if (rewards.isEmpty()) {
        return name + ": nothing was played";
      }
      String line =
          "%s: mean reward %.4f of %d sets".formatted(name, mean(rewards), rewards.size());
      if (ratios.isEmpty()) {
        return line;
      }
      return line
          + "; VW's best: mean ratio %.4f, reached on %d of %d; first 500: %.3f (0 chance, 1 told all)"
              .formatted(
                  mean(ratios),
                  ratios.stream().filter(ratio -> ratio >= 1).count(),
                  ratios.size(),
                  mean(firsts));
    }

    private static double mean(List<Double> values) {
      return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }
  }
}
