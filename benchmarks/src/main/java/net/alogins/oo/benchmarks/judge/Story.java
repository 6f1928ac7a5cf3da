package net.alogins.oo.benchmarks.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.TipEvent;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.RewardRule;

/** One tip, and everything that was said to it in time. */
final class Story {

  private final long seq;
  private final UserId user;
  private final TipId tip;
  private final Decided.Times times;
  private final Map<ReactionId, Kind> said = new HashMap<>();
  private final Set<ReactionId> taken = new HashSet<>();
  private boolean closed;

  Story(Recorded row, Decided decided) {
    this.seq = row.seq();
    this.user = decided.user();
    this.tip = decided.tip();
    this.times = decided.times();
  }

  void hear(TipEvent event) {
    if (event.at().isAfter(times.amend())) {
      return;
    }
    if (event instanceof Reacted reacted) {
      said.put(reacted.id(), reacted.kind());
    } else if (event instanceof Retracted undo) {
      taken.add(undo.target());
    } else if (event instanceof WindowClosed) {
      closed = true;
    }
  }

  /** The tip as it ended, or empty while, or because, nothing is to be learned of it. */
  Optional<Ended> ended(RewardRule rule) {
    Set<Kind> kinds =
        said.entrySet().stream()
            .filter(answer -> !taken.contains(answer.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toUnmodifiableSet());
    return rule.reward(new Answers(kinds, closed))
        .map(Reward::value)
        .map(reward -> new Ended(seq, user, tip, reward, kinds.contains(Kind.DONE)));
  }
}
