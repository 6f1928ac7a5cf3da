package net.alogins.oo.benchmarks.judge;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.policies.evaluation.Bootstrap;
import net.alogins.oo.policies.evaluation.Interval;
import org.jspecify.annotations.Nullable;

/** What is printed of a hearing. */
final class Report {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 1);

  /** What can be said of scores that are no probabilities. */
  private static final List<Measure> OF_ANY_SCORE = List.of(Measure.SPEARMAN, Measure.AUC);

  private final Hearing.Outcome outcome;
  private final Agreement judge;
  private final Agreement policy;

  Report(Hearing.Outcome outcome) {
    this.outcome = outcome;
    this.judge = Agreement.of(outcome.judge(), BOOTSTRAP);
    this.policy = Agreement.of(outcome.policy(), BOOTSTRAP);
  }

  /** For people. */
  void print(PrintWriter out) {
    out.printf(
        "%d of %d tips, of %d people, judged by %s, asked by %s%n",
        outcome.judge().size(),
        outcome.ended(),
        outcome.people(),
        outcome.tally().models(),
        Judge.PROMPT.version());
    out.printf(
        "%d tips are of people who do not allow it: nothing was sent of them%n",
        outcome.forbidden());
    for (Measure measure : Measure.values()) {
      out.printf(
          "%s: %s; a constant %.3f%n",
          measure.title(), line(judge, measure), judge.constant(measure));
    }
    OF_ANY_SCORE.forEach(
        measure ->
            out.printf(
                "%s, by the policy's own score: %s%n", measure.title(), line(policy, measure)));
    out.printf(
        "intervals by %s; no answer: %s; cost: %s%n",
        outcome.groups(), outcome.tally().refused(), outcome.tally().cost());
  }

  private static String line(Agreement agreement, Measure measure) {
    Interval interval = agreement.interval(measure);
    double value = agreement.value(measure);
    return Double.isNaN(value)
        ? "cannot be said"
        : "%.3f (%.3f to %.3f)".formatted(value, interval.lower(), interval.upper());
  }

  /** For programs; what cannot be said is null. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "judge");
    json.put("prompt", Judge.PROMPT.version());
    json.put("models", outcome.tally().models());
    json.put("ended", outcome.ended());
    json.put("forbidden", outcome.forbidden());
    json.put("sampled", outcome.sampled());
    json.put("judged", outcome.judge().size());
    json.put("people", outcome.people());
    json.put("groups", outcome.groups());
    json.put("judge", figures(judge, List.of(Measure.values())));
    json.put("policy", figures(policy, OF_ANY_SCORE));
    json.put("refused", outcome.tally().refused());
    json.put("cost", outcome.tally().cost());
    return json;
  }

  private static Map<String, Object> figures(Agreement agreement, List<Measure> measures) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Measure measure : measures) {
      Interval interval = agreement.interval(measure);
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("value", said(agreement.value(measure)));
      one.put("lower", said(interval.lower()));
      one.put("upper", said(interval.upper()));
      one.put("constant", said(agreement.constant(measure)));
      figures.put(measure.key(), one);
    }
    return figures;
  }

  private static @Nullable Double said(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
