package net.alogins.oo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.InvalidReactionException;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.Undo;

/** The way back: a reaction becomes a row of the log, and is learned before its receipt. */
final class Reacting {

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

  private final EventLog log;
  private final Outlook outlook;
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong conflicting = new AtomicLong();

  Reacting(EventLog log, Outlook outlook) {
    this.log = log;
    this.outlook = outlook;
  }

  Receipt react(UserId user, Reaction reaction) {
    Instant now = outlook.now();
    Optional<Joined> joined = outlook.view(user).person().ledger().of(reaction.tip());
    boolean decided = joined.isPresent();
    if (joined.filter(j -> !j.isFull()).isEmpty() || isUntimely(now, reaction)) {
      List<Recorded> said = log.about(user, reaction.tip());
      require(reaction, now, said);
      decided = said.stream().anyMatch(row -> row.event() instanceof Decided);
    }
    Appended appended = log.append(List.of(event(user, now, reaction, decided))).get(0);
    Receipt receipt =
        switch (appended.outcome()) {
          case REPEATED -> counted(repeated, reaction, Receipt.REPEATED);
          case CONFLICT -> counted(conflicting, reaction, Receipt.CONFLICT);
          case RECORDED ->
              joined.filter(j -> j.takes(now)).isPresent() ? Receipt.RECORDED : Receipt.LATE;
        };
    if (reaction instanceof Undo) {
      withdrawSuperseded(user, now);
    }
    return decided ? receipt : Receipt.ORPHAN;
  }

  private static boolean isUntimely(Instant now, Reaction reaction) {
    return reaction instanceof Answer answer
        && answer
            .until()
            .filter(end -> !end.isAfter(now) || end.isAfter(now.plus(LONGEST_SNOOZE)))
            .isPresent();
  }

  /** What was told before may be told again, whatever the rules say now. */
  private static void require(Reaction reaction, Instant now, List<Recorded> said) {
    if (said.stream().anyMatch(row -> names(row, reaction))) {
      return;
    }
    if (isUntimely(now, reaction)) {
      throw new InvalidReactionException(
          "until must be in the future, at most " + LONGEST_SNOOZE.toDays() + " days from now");
    }
    if (said.size() > Rules.MOST_REACTIONS) {
      throw new InvalidReactionException(
          "tip must have at most " + Rules.MOST_REACTIONS + " reactions");
    }
  }

  private static boolean names(Recorded row, Reaction reaction) {
    return (row.event() instanceof Reacted reacted && reacted.id().equals(reaction.id()))
        || (row.event() instanceof Retracted retracted && retracted.id().equals(reaction.id()));
  }

  /** An undo opens its tip again; the one that was decided in its place was never wanted. */
  private void withdrawSuperseded(UserId user, Instant now) {
    List<Withdrawn> superseded =
        outlook.view(user).person().ledger().superseded(now).stream()
            .map(joined -> new Withdrawn(user, now, joined.decided().tip()))
            .toList();
    if (!superseded.isEmpty()) {
      log.append(superseded);
    }
  }

  private static Receipt counted(AtomicLong counter, Reaction reaction, Receipt receipt) {
    if (reaction instanceof Answer) {
      counter.incrementAndGet();
    }
    return receipt;
  }

  private static Event event(UserId user, Instant now, Reaction reaction, boolean decided) {
    if (reaction instanceof Undo undo) {
      return new Retracted(user, now, undo.tip(), undo.id(), undo.target());
    }
    Answer answer = (Answer) reaction;
    return new Reacted(
        user, now, answer.tip(), answer.id(), answer.kind(), answer.until(), decided);
  }

  /** How many answers were told before, since this engine began. */
  long repeated() {
    return repeated.get();
  }

  /** How many answers said something else under a known id, since this engine began. */
  long conflicting() {
    return conflicting.get();
  }
}
