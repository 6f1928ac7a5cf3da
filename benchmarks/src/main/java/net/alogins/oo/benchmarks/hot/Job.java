package net.alogins.oo.benchmarks.hot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * One thing that is timed.
 *
 * @param method of a benchmark, {@code Class.method}
 * @param parameters of it
 */
record Job(String method, Map<String, String> parameters) {

  private static final List<Integer> CANDIDATES = List.of(10, 100, 1000);
  private static final List<Integer> COLUMNS = List.of(16, 64, 128);

  Job {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** For each number of candidates and of columns, in this order. */
  static List<Job> grid(String method, Map<String, String> parameters) {
    List<Job> grid = new ArrayList<>();
    for (int candidates : CANDIDATES) {
      for (int columns : COLUMNS) {
        grid.add(of(method, parameters, candidates, columns));
      }
    }
    return List.copyOf(grid);
  }

  static Job of(String method, Map<String, String> parameters, int candidates, int columns) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.put("candidates", Integer.toString(candidates));
    all.put("columns", Integer.toString(columns));
    return new Job(method, all);
  }

  /** The size of the job, as in a table. */
  String cell() {
    return String.format(
        Locale.ROOT, "%sx%s", parameters.get("candidates"), parameters.get("columns"));
  }

  ChainedOptionsBuilder into(ChainedOptionsBuilder options) {
    ChainedOptionsBuilder chosen =
        options.include(Job.class.getPackageName() + "." + method.replace(".", "\\.") + "$");
    parameters.forEach(chosen::param);
    return chosen;
  }
}
