package net.alogins.oo.internal;

import java.util.Optional;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.tip.Decision;
import net.alogins.oo.tip.Replay;

/**
 * Makes a logged decision again: the state is folded up to the row that the decision names, and the
 * same slate is ranked and drawn from with the same streams.
 */
record Replaying(EventLog log, Rules rules, String policy, Snapshots snapshots) {

  /** What comes of it, or empty when there is no such decision of {@code user}. */
  Optional<Replay> replay(UserId user, TipId tip) {
    return Recorded.events(Decided.class, log.about(user, tip)).findFirst().map(this::replay);
  }

  private Replay replay(Decided decided) {
    String by = decided.by().policy();
    if (!by.equals(policy) && !by.equals(Engine.FALLBACK)) {
      return new Replay.NotReexecutable("it was chosen by " + by + ", and " + policy + " is live");
    }
    Optional<Slate> slate = new Decision(decided).slate(rules.schema());
    if (slate.isEmpty()) {
      return new Replay.NotReexecutable("its features are of another schema");
    }
    return snapshots
        .recover(decided.by().seq())
        .map(fold -> compare(decided, again(decided, slate.get(), fold)))
        .orElse(new Replay.NotReexecutable("the rows before it, or a snapshot of them, are gone"));
  }

  private Deciding.Choice again(Decided decided, Slate slate, Fold fold) {
    snapshots.advance(fold, decided.by().seq());
    return Deciding.choose(decided.tip(), slate, fold.view(decided.user()));
  }

  private static Replay compare(Decided was, Deciding.Choice now) {
    if (!was.by().policy().equals(now.policy())) {
      return new Replay.Different(
          "policy was " + was.by().policy() + " and came out as " + now.policy());
    }
    for (int i = 0; i < was.slate().size(); i++) {
      String logged = was.slate().scores().get(i) + " at " + was.slate().propensities().get(i);
      String again = now.ranking().scores().get(i) + " at " + now.ranking().propensities().get(i);
      if (!logged.equals(again)) {
        CandidateId candidate = was.slate().candidates().get(i);
        return new Replay.Different(
            "score of " + candidate + " was " + logged + ", came out as " + again);
      }
    }
    boolean same =
        was.chosen() == now.chosen()
            && was.exploration() == now.exploration()
            && was.reasons().equals(now.reasons());
    return same
        ? new Replay.Identical()
        : new Replay.Different("choice " + was.chosen() + " or its reasons");
  }
}
