package net.alogins.oo.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.alogins.oo.context.Past;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.tip.PastTip.Outcome;

/**
 * A decision joined with everything that was said to it.
 *
 * @param decided the decision, without what was not chosen
 * @param answers every answer, those taken back too
 * @param retracted the answers taken back, also ones that have not come yet
 * @param withdrawn whether the engine took the tip back
 * @param closed whether the time to answer is over
 * @param learned the reward that was learned, if any
 * @param reactions how many answers and undos there were
 */
record Joined(
    Decided decided,
    List<Reacted> answers,
    Set<ReactionId> retracted,
    boolean withdrawn,
    boolean closed,
    Optional<Reward> learned,
    int reactions) {

  static Joined of(Decided decided) {
    return new Joined(decided.chosenOnly(), List.of(), Set.of(), false, false, Optional.empty(), 0);
  }

  Joined answered(Reacted answer) {
    List<Reacted> more = new ArrayList<>(answers);
    more.add(answer);
    return new Joined(
        decided, List.copyOf(more), retracted, withdrawn, closed, learned, reactions + 1);
  }

  Joined retract(ReactionId target) {
    Set<ReactionId> more = new HashSet<>(retracted);
    more.add(target);
    return new Joined(
        decided, answers, Set.copyOf(more), withdrawn, closed, learned, reactions + 1);
  }

  Joined withdraw() {
    return new Joined(decided, answers, retracted, true, closed, learned, reactions);
  }

  Joined close() {
    return new Joined(decided, answers, retracted, withdrawn, true, learned, reactions);
  }

  Joined learn(Optional<Reward> reward) {
    return new Joined(decided, answers, retracted, withdrawn, closed, reward, reactions);
  }

  boolean isAnswered() {
    return live().findAny().isPresent();
  }

  boolean says(Kind kind) {
    return live().anyMatch(answer -> answer.kind() == kind);
  }

  boolean isOpen(Instant now) {
    return !withdrawn && !isAnswered() && now.isBefore(decided.times().open());
  }

  /** Whether only the passing of the window is missing for it to count as ignored. */
  boolean isWaiting() {
    return !withdrawn && !closed && !isAnswered();
  }

  /** Whether it may have as many reactions as are kept. */
  boolean isFull() {
    return reactions >= Rules.MOST_REACTIONS;
  }

  /** Whether the time to answer it has passed. */
  boolean isOver(Instant now) {
    return !now.isBefore(decided.times().join());
  }

  boolean takes(Instant answerAt) {
    return !answerAt.isAfter(decided.times().amend());
  }

  /** When nothing can change any more and nothing hides the candidate any more. */
  Instant end() {
    return live()
        .flatMap(answer -> answer.until().stream())
        .reduce(decided.times().amend(), (a, b) -> a.isAfter(b) ? a : b);
  }

  Answers said() {
    return new Answers(live().map(Reacted::kind).collect(Collectors.toSet()), closed);
  }

  Past past() {
    return new Past(
        withdrawn ? 0 : 1,
        says(Kind.SNOOZED) ? 1 : 0,
        says(Kind.DISMISSED) ? 1 : 0,
        live().flatMap(answer -> answer.until().stream()).max(Instant::compareTo),
        latest(Kind.DISMISSED),
        latest(Kind.DONE));
  }

  Outcome outcome(Instant now) {
    if (withdrawn) {
      return Outcome.WITHDRAWN;
    } else if (says(Kind.DONE)) {
      return Outcome.DONE;
    } else if (says(Kind.DISMISSED)) {
      return Outcome.DISMISSED;
    } else if (says(Kind.SNOOZED)) {
      return Outcome.SNOOZED;
    } else if (closed) {
      return Outcome.IGNORED;
    }
    return isOpen(now) ? Outcome.OPEN : Outcome.EXPIRED;
  }

  /** What became of the decision and of each answer to it. */
  Tally tally() {
    Tally tally = Tally.one(Count.DECIDED);
    if (withdrawn) {
      tally = tally.plus(Tally.one(Count.DECISIONS_WITHDRAWN));
    } else if (learned.isPresent()) {
      tally = tally.plus(Tally.one(Count.DECISIONS_LEARNED));
    }
    for (Reacted answer : answers) {
      tally = tally.plus(Tally.one(Count.RECORDED)).plus(Tally.one(fate(answer)));
    }
    return tally;
  }

  private Count fate(Reacted answer) {
    if (retracted.contains(answer.id())) {
      return Count.RETRACTED;
    }
    return learned.isPresent() ? Count.LEARNED : Count.CENSORED;
  }

  private Optional<Instant> latest(Kind kind) {
    return live().filter(answer -> answer.kind() == kind).map(Reacted::at).max(Instant::compareTo);
  }

  private Stream<Reacted> live() {
    return answers.stream().filter(answer -> !retracted.contains(answer.id()));
  }
}
