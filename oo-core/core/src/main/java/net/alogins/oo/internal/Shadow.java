package net.alogins.oo.internal;

import java.util.List;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.tip.Decision;
import net.alogins.oo.tip.TipScores;

/**
 * A policy that ranks what the live one ranked and learns what it learned, behind the path: it
 * reads the log from its own snapshot on, and what it already wrote it does not write again.
 *
 * @param fold what it has learned
 * @param schema what the feature values mean
 * @param scores where its scores go
 * @param written the last row whose scores were written before
 */
record Shadow(Fold fold, FeatureSchema schema, TipScores scores, long written)
    implements Follower.Step {

  @Override
  public void take(Recorded row) {
    if (row.event() instanceof Decided decided && row.seq() > written) {
      new Decision(decided).slate(schema).ifPresent(slate -> rank(decided, slate));
    }
    fold.fold(List.of(row));
  }

  private void rank(Decided decided, Slate slate) {
    View view = fold.view(decided.user());
    String name = view.model().name();
    Ranking ranking =
        view.model().rank(view.person().own(), slate, Stream.rank(decided.tip(), name));
    Decided.By by = new Decided.By(name, schema.fingerprint(), view.seq());
    scores.write(decided.user(), Projection.scores(decided, by, ranking, 0));
  }
}
