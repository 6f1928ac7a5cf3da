package net.alogins.oo.llm;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.RewardRule;

/** A decision that had suggestions of one prompt version, and what was said to its tip. */
final class Judged {

  private final Arm arm;
  private final Instant until;
  private final Map<ReactionId, Kind> said = new HashMap<>();
  private final Set<ReactionId> taken = new HashSet<>();
  private boolean closed;

  Judged(Arm arm, Instant until) {
    this.arm = arm;
    this.until = until;
  }

  Arm arm() {
    return arm;
  }

  /** Whether something said {@code at} that time still counts. */
  boolean isOpen(Instant at) {
    return !at.isAfter(until);
  }

  void said(ReactionId id, Kind kind) {
    said.put(id, kind);
  }

  /** It may come before what it takes back. */
  void takenBack(ReactionId id) {
    taken.add(id);
  }

  void close() {
    closed = true;
  }

  Optional<Double> reward(RewardRule rule) {
    Set<Kind> kinds =
        said.entrySet().stream()
            .filter(answer -> !taken.contains(answer.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toUnmodifiableSet());
    return rule.reward(new Answers(kinds, closed)).map(Reward::value);
  }
}
