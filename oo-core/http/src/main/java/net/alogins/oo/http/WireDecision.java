package net.alogins.oo.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.event.Decided;
import net.alogins.oo.tip.PastTip;
import net.alogins.oo.tip.TipScore;

/** A decision with all that it was made of, on the wire. */
record WireDecision(
    WireOneTip chosen,
    List<Weighed> candidates,
    List<Shadow> shadows,
    List<Removed> removed,
    List<Missing> missing,
    Map<String, Long> stages) {

  /** A candidate, and how the live policy ranked it. */
  record Weighed(String source, String key, String kind, double score, double propensity) {}

  /** How another policy ranked the same candidates, in their order. */
  record Shadow(String policy, long seq, List<Double> scores, List<Double> propensities) {

    private static Shadow of(List<TipScore> scores) {
      return new Shadow(
          scores.get(0).policy(),
          scores.get(0).seq(),
          scores.stream().map(TipScore::score).toList(),
          scores.stream().map(TipScore::propensity).toList());
    }
  }

  /** A candidate that a filter removed. */
  record Removed(String source, String key, String filter) {}

  /** A source that did not answer. */
  record Missing(String source, String cause) {}

  static WireDecision of(PastTip past, List<TipScore> scores) {
    Decided decided = past.decision().event();
    return new WireDecision(
        WireOneTip.of(past),
        candidates(decided.slate()),
        shadows(scores, decided.by().policy()),
        removed(decided),
        missing(decided),
        stages(decided));
  }

  static List<Removed> removed(Decided decided) {
    return decided.removed().stream()
        .map(r -> new Removed(r.candidate().source(), r.candidate().key(), r.filter()))
        .toList();
  }

  static List<Missing> missing(Decided decided) {
    return decided.missing().stream().map(m -> new Missing(m.source(), m.cause())).toList();
  }

  static List<Weighed> candidates(Decided.Slate slate) {
    return IntStream.range(0, slate.size())
        .mapToObj(
            i ->
                new Weighed(
                    slate.candidates().get(i).source(),
                    slate.candidates().get(i).key(),
                    slate.kinds().get(i),
                    slate.scores().get(i),
                    slate.propensities().get(i)))
        .toList();
  }

  private static List<Shadow> shadows(List<TipScore> scores, String live) {
    return scores.stream()
        .filter(score -> !score.policy().equals(live))
        .collect(Collectors.groupingBy(TipScore::policy, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Shadow::of)
        .toList();
  }

  private static Map<String, Long> stages(Decided decided) {
    Map<String, Long> stages = new LinkedHashMap<>();
    decided.stages().forEach(stage -> stages.put(stage.name(), stage.micros()));
    return stages;
  }
}
