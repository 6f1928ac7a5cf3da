package net.alogins.oo.habits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.ReactionId;

/** What became of one decision, as bits: a pure function of the set of its rows. */
final class Said {

  static final int DONE = 1;
  static final int SNOOZED = 2;
  static final int DISMISSED = 4;
  static final int WITHDRAWN = 8;

  private Said() {}

  /** What {@code rows}, all about one tip, come to; those after row {@code atMost} do not count. */
  static int in(List<Recorded> rows, long atMost) {
    List<Recorded> told = rows.stream().filter(row -> row.seq() <= atMost).toList();
    Optional<Instant> end =
        Recorded.events(Decided.class, told).map(one -> one.times().amend()).findFirst();
    return end.map(last -> in(told, last)).orElse(0);
  }

  private static int in(List<Recorded> told, Instant last) {
    Set<ReactionId> back =
        Recorded.events(Retracted.class, told)
            .filter(undo -> !undo.at().isAfter(last))
            .map(Retracted::target)
            .collect(Collectors.toSet());
    int withdrawn = Recorded.events(Withdrawn.class, told).findFirst().isPresent() ? WITHDRAWN : 0;
    return Recorded.events(Reacted.class, told)
        .filter(said -> !said.at().isAfter(last) && !back.contains(said.id()))
        .mapToInt(said -> bit(said.kind()))
        .reduce(withdrawn, (some, more) -> some | more);
  }

  private static int bit(Reacted.Kind kind) {
    return switch (kind) {
      case DONE -> DONE;
      case SNOOZED -> SNOOZED;
      case DISMISSED -> DISMISSED;
    };
  }
}
