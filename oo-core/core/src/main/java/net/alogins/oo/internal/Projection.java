package net.alogins.oo.internal;

import java.util.AbstractList;
import java.util.List;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.tip.Decision;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;

/** Expands every decision into one score per candidate. */
record Projection(TipScores scores) implements Follower.Step {

  static final String NAME = "tip-scores";

  @Override
  public void take(Recorded row) {
    if (row.event() instanceof Decided decided) {
      long micros =
          decided.stages().stream().limit(Stopwatch.STEPS).mapToLong(Decided.Stage::micros).sum();
      Ranking live = new Decision(decided).ranking();
      scores.write(decided.user(), scores(decided, decided.by(), live, micros));
    }
  }

  /** One score for each candidate, made when it is read: nobody may ever ask. */
  static List<TipScore> scores(Decided decided, Decided.By by, Ranking ranking, long micros) {
    return new AbstractList<>() {
      @Override
      public int size() {
        return ranking.size();
      }

      @Override
      public TipScore get(int i) {
        Decided.Slate slate = decided.slate();
        return new TipScore(
            decided.tip(),
            by.policy(),
            by.seq(),
            slate.candidates().get(i),
            slate.features().row(i, slate.width()),
            ranking.scores().get(i),
            ranking.propensities().get(i),
            micros,
            slate.origins().get(i).prompt(),
            slate.origins().get(i).model(),
            slate.kinds().get(i));
      }
    };
  }
}
