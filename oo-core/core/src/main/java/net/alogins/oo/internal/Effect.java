package net.alogins.oo.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.SideEffect;

/**
 * Brings a side effect about: whenever a done is said or taken back, the outside is told how things
 * stand now, as the set of all answers to that tip has it.
 *
 * @param effect what is to be brought about
 * @param log where the answers stand
 */
record Effect(SideEffect effect, EventLog log) implements Follower.Step {

  @Override
  public void take(Recorded row) throws Exception {
    if (row.event() instanceof Reacted reacted && reacted.kind() == Reacted.Kind.DONE) {
      tell(reacted, reacted.tip(), reacted.id());
    } else if (row.event() instanceof Retracted retracted) {
      tell(retracted, retracted.tip(), retracted.target());
    }
  }

  private void tell(Event said, TipId tip, ReactionId changed) throws Exception {
    List<Recorded> rows = log.about(said.user(), tip);
    Set<ReactionId> dones =
        Recorded.events(Reacted.class, rows)
            .filter(reacted -> reacted.kind() == Reacted.Kind.DONE)
            .map(Reacted::id)
            .collect(Collectors.toSet());
    Optional<CandidateId> candidate =
        Recorded.events(Decided.class, rows).map(Decided::candidate).findFirst();
    if (candidate.isEmpty() || !dones.contains(changed)) {
      return;
    }
    Recorded.events(Retracted.class, rows).map(Retracted::target).forEach(dones::remove);
    Completion completion = new Completion(said.user(), candidate.get(), tip, said.at());
    if (dones.isEmpty()) {
      effect.reopened(completion);
    } else {
      effect.completed(completion);
    }
  }
}
