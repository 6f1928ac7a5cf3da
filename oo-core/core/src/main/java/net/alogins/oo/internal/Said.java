package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.reaction.Answers;

/**
 * Everything that was said to one tip.
 *
 * @param answers every answer, those taken back too
 * @param retracted the answers taken back, also ones that have not come yet
 * @param withdrawn whether the engine took the tip back
 * @param closed whether the time to answer is over
 * @param reactions how many answers and undos there were
 */
record Said(
    List<Reacted> answers,
    Set<ReactionId> retracted,
    boolean withdrawn,
    boolean closed,
    int reactions) {

  static final Said NOTHING = new Said(List.of(), Set.of(), false, false, 0);

  Said {
    answers = List.copyOf(answers);
    retracted = Set.copyOf(retracted);
  }

  Said answered(Reacted answer) {
    List<Reacted> more = new ArrayList<>(answers);
    more.add(answer);
    return new Said(more, retracted, withdrawn, closed, reactions + 1);
  }

  Said retract(ReactionId target) {
    Set<ReactionId> more = new HashSet<>(retracted);
    more.add(target);
    return new Said(answers, more, withdrawn, closed, reactions + 1);
  }

  Said withdraw() {
    return new Said(answers, retracted, true, closed, reactions);
  }

  Said close() {
    return new Said(answers, retracted, withdrawn, true, reactions);
  }

  boolean isAnswered() {
    return !live().isEmpty();
  }

  boolean says(Reacted.Kind kind) {
    return live().stream().anyMatch(answer -> answer.kind() == kind);
  }

  /** What a reward rule sees of it. */
  Answers all() {
    return new Answers(live().stream().map(Reacted::kind).collect(Collectors.toSet()), closed);
  }

  /** The answers that were not taken back. */
  List<Reacted> live() {
    return retracted.isEmpty()
        ? answers
        : answers.stream().filter(answer -> !retracted.contains(answer.id())).toList();
  }
}
