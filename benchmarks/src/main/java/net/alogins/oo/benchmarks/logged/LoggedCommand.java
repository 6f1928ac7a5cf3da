package net.alogins.oo.benchmarks.logged;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import net.alogins.oo.benchmarks.logged.LoggedSet.Choice;
import net.alogins.oo.policies.evaluation.Estimate;
import net.alogins.oo.policies.evaluation.Estimator;
import net.alogins.oo.policies.evaluation.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./oo bench logged}. */
@Command(
    name = "logged",
    description = {
      "Learns from choices that somebody else made, and estimates what the standard policy's would",
      "have earned in their place; each row is judged by what the other folds taught. How likely a",
      "logged choice was is estimated, too (a logistic regression, at least 0.01). A file has a line",
      "of names, then numbers, the columns action (0, 1, ...) and reward (0 to 1) behind; .csv.gz is",
      "read, too. The last line is JSON."
    })
public final class LoggedCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Estimator> ESTIMATORS =
      List.of(Estimator.dm(), Estimator.snips(), Estimator.dr(), Estimator.sndr());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "FILE", required = true, description = "the choices")
  private Path data = Path.of("");

  @Option(names = "--folds", paramLabel = "N", description = "2 or more; 5 by default")
  private int folds = 5;

  @Option(names = "--seed", paramLabel = "N", description = "how rows are shuffled; 1 by default")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    if (folds < 2) {
      throw new ParameterException(
          spec.commandLine(), "--folds must be 2 or more but was " + folds);
    }
    try {
      LoggedSet set = LoggedSet.read(data);
      print(set, Folds.of(set, folds, seed), spec.commandLine().getOut());
      return 0;
    } catch (IOException unreadable) {
      spec.commandLine().getErr().println("oo: " + unreadable.getMessage());
      return FAILED;
    }
  }

  private static void print(LoggedSet set, Folds judged, PrintWriter out) throws IOException {
    double logged = set.rows().stream().mapToDouble(Choice::reward).average().orElseThrow();
    double auc = judged.auc();
    out.printf(
        "%s: %d choices among %d, worth %.4f on average%n",
        set.name(), set.rows().size(), set.actions(), logged);
    out.printf("what comes of a choice is foreseen with an AUC of %.4f%n", auc);
    out.printf("which choice was logged is foreseen with a log loss of %.4f%n", judged.logLoss());
    Map<String, Object> values = new LinkedHashMap<>();
    for (Estimator estimator : ESTIMATORS) {
      Verdict verdict = estimator.evaluate(judged.rounds());
      Estimate figures = verdict.figures();
      out.println(words(verdict));
      values.put(
          estimator.name(),
          List.of(figures.value(), figures.standardError(), figures.effectiveSampleSize()));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "logged");
    json.put("set", set.name());
    json.put("logged", logged);
    json.put("auc", auc);
    json.put("values", values);
    out.println(JSON.writeValueAsString(json));
  }

  private static String words(Verdict verdict) {
    return verdict instanceof Verdict.Hopeless hopeless
        ? hopeless.figures().inWords() + "; not to be believed: " + hopeless.reason()
        : verdict.figures().inWords();
  }
}
