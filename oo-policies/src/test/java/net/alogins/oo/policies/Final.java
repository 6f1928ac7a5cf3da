package net.alogins.oo.policies;

import java.util.Comparator;
import java.util.List;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.ReactionId;

/** What holds of a decision in the end. */
final class Final {

  private Final() {}

  /** The facts of {@code about} that were neither late nor taken back, the weightiest first. */
  static List<Event> of(Decided decided, List<Event> about) {
    List<Event> inTime =
        about.stream()
            .filter(fact -> !fact.equals(decided) && !fact.at().isAfter(decided.times().amend()))
            .toList();
    List<ReactionId> takenBack =
        inTime.stream()
            .filter(Retracted.class::isInstance)
            .map(fact -> ((Retracted) fact).target())
            .toList();
    return inTime.stream()
        .filter(fact -> !(fact instanceof Retracted))
        .filter(fact -> !(fact instanceof Reacted said && takenBack.contains(said.id())))
        .sorted(Comparator.comparingInt(Final::place))
        .toList();
  }

  private static int place(Event fact) {
    if (fact instanceof Withdrawn) {
      return 0;
    }
    return fact instanceof Reacted said
        ? switch (said.kind()) {
          case DONE -> 1;
          case DISMISSED -> 2;
          case SNOOZED -> 3;
        }
        : 4;
  }
}
