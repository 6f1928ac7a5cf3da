package net.alogins.oo.benchmarks.tipsim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import net.alogins.oo.benchmarks.Sample;
import net.alogins.oo.policies.simulation.Result;
import net.alogins.oo.policies.simulation.Scenario;

/**
 * What was played in one kind of world.
 *
 * @param world which
 * @param played what each came to, in the order of the seeds; chance and the oracle among them
 */
record Table(Scenario world, Map<Contender, List<Result>> played) {

  private static final int WEEK = 7;
  private static final int FORTNIGHT = 14;
  private static final String COLUMN = " %18s";

  String text() {
    StringBuilder text = new StringBuilder();
    int count = played.values().iterator().next().size();
    text.append(
        String.format(
            "%s: %d people, %d days, %d seeds; mean ± standard error%n",
            world.name(), world.people(), world.days(), count));
    text.append(String.format("%-16s", "policy"));
    headings().forEach(heading -> text.append(String.format(COLUMN, heading)));
    text.append(System.lineSeparator());
    played.forEach(
        (contender, results) -> {
          text.append(String.format("%-16s", contender.name()));
          figures(contender)
              .forEach(
                  (name, sample) ->
                      text.append(
                          String.format(
                              COLUMN,
                              String.format(
                                  "%.4f ± %.4f", sample.mean(), sample.standardError()))));
          text.append(System.lineSeparator());
        });
    paired()
        .forEach(
            (name, sample) ->
                text.append(
                    String.format(
                        "%s: %+.4f, 95 %% from %+.4f to %+.4f%n",
                        name,
                        sample.mean(),
                        sample.mean() - sample.margin(),
                        sample.mean() + sample.margin())));
    return text.toString();
  }

  private List<String> headings() {
    return List.copyOf(figures(Contender.ORACLE).keySet());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Contender contender : played.keySet()) {
      Map<String, Object> one = new LinkedHashMap<>();
      figures(contender)
          .forEach(
              (name, sample) ->
                  one.put(name, List.of(rounded(sample.mean()), rounded(sample.standardError()))));
      json.put(contender.name(), one);
    }
    paired()
        .forEach(
            (name, sample) ->
                json.put(name, List.of(rounded(sample.mean()), rounded(sample.margin()))));
    return json;
  }

  /** Rounded to what can be told apart; JSON has no NaN. */
  private static Object rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 1e6) / 1e6 : "unknown";
  }

  private Map<String, Sample> figures(Contender contender) {
    Map<String, Sample> figures = new LinkedHashMap<>();
    figures.put("closed loop", closedLoop(contender));
    figures.put("same place", each(contender, result -> result.all().norm()));
    figures.put("first week", each(contender, result -> result.first(WEEK).norm()));
    figures.put("last fortnight", each(contender, result -> result.last(FORTNIGHT).norm()));
    figures.put("first 20 tips", each(contender, result -> result.began().norm()));
    if (world.isJoining()) {
      List<String> stages = List.of("joined 0-4", "joined 5-19", "joined 20-59", "joined 60+");
      for (int i = 0; i < stages.size(); i++) {
        int stage = i;
        figures.put(stages.get(i), each(contender, result -> result.joined().get(stage).norm()));
      }
    }
    figures.put("value", each(contender, result -> result.all().mean()));
    return figures;
  }

  private List<Result> of(Contender contender) {
    return Objects.requireNonNull(played.get(contender), contender.name());
  }

  private Sample each(Contender contender, ToDoubleFunction<Result> figure) {
    return new Sample(of(contender).stream().map(result -> figure.applyAsDouble(result)).toList());
  }

  private Sample closedLoop(Contender contender) {
    List<Double> norms = new ArrayList<>();
    for (int i = 0; i < of(contender).size(); i++) {
      norms.add(
          of(contender)
              .get(i)
              .closedLoop(of(Contender.CHANCE).get(i), of(Contender.ORACLE).get(i)));
    }
    return new Sample(norms);
  }

  /** By how much the standard policy is better, seed by seed. */
  private Map<String, Sample> paired() {
    Map<String, Sample> differences = new LinkedHashMap<>();
    if (played.containsKey(Contender.STANDARD)) {
      for (Contender peer : List.of(Contender.TWO_STAGE, Contender.PRIORITY_RULE)) {
        if (played.containsKey(peer)) {
          differences.put(
              "standard - " + peer.name() + ", closed loop",
              difference(closedLoop(Contender.STANDARD), closedLoop(peer)));
          differences.put(
              "standard - " + peer.name() + ", first 20 tips",
              difference(
                  each(Contender.STANDARD, result -> result.began().norm()),
                  each(peer, result -> result.began().norm())));
        }
      }
    }
    return differences;
  }

  private static Sample difference(Sample one, Sample other) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < one.values().size(); i++) {
      differences.add(one.values().get(i) - other.values().get(i));
    }
    return new Sample(differences);
  }
}
