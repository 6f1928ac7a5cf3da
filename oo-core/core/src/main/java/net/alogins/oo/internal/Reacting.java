package net.alogins.oo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.HostTransaction;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.InvalidReactionException;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.Undo;

/** The way back: a reaction becomes a row of the log, and is learned before its receipt. */
final class Reacting {

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

  private final Outlook outlook;
  private final Withdrawing withdrawing;
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong conflicting = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();

  Reacting(Outlook outlook) {
    this.outlook = outlook;
    this.withdrawing = new Withdrawing(outlook);
  }

  /** Durable and learned on return. */
  Receipt react(UserId user, Reaction reaction) {
    Instant now = outlook.now();
    Receipt receipt = append(user, now, reaction, outlook.log()::append);
    if (reaction instanceof Undo) {
      withdrawing.superseded(user, now);
    }
    return receipt;
  }

  /** Durable once the host commits, and learned after that. */
  Receipt react(UserId user, Reaction reaction, HostTransaction host) {
    return append(user, outlook.now(), reaction, host::append);
  }

  private Receipt append(
      UserId user, Instant now, Reaction reaction, Function<List<Event>, List<Appended>> log) {
    Optional<Joined> joined = joined(user, reaction);
    boolean decided = joined.isPresent();
    if (joined.filter(j -> !j.isFull()).isEmpty() || isUntimely(now, reaction)) {
      List<Recorded> said = outlook.log().about(user, reaction.tip());
      require(reaction, now, said);
      decided = said.stream().anyMatch(row -> row.event() instanceof Decided);
    }
    Appended appended = log.apply(List.of(event(user, now, reaction, decided))).get(0);
    Receipt receipt =
        switch (appended.outcome()) {
          case REPEATED -> counted(repeated, reaction, Receipt.REPEATED);
          case CONFLICT -> counted(conflicting, reaction, Receipt.CONFLICT);
          case RECORDED ->
              joined.or(() -> joined(user, reaction)).filter(j -> j.takes(now)).isPresent()
                  ? Receipt.RECORDED
                  : Receipt.LATE;
        };
    return decided ? receipt : Receipt.ORPHAN;
  }

  /** The decision, once this process has learned it: another one may have made it just now. */
  private Optional<Joined> joined(UserId user, Reaction reaction) {
    return outlook.view(user).person().ledger().of(reaction.tip());
  }

  private static boolean isUntimely(Instant now, Reaction reaction) {
    return reaction instanceof Answer answer
        && answer
            .until()
            .filter(end -> !end.isAfter(now) || end.isAfter(now.plus(LONGEST_SNOOZE)))
            .isPresent();
  }

  /** What was told before may be told again, whatever the rules say now. */
  private void require(Reaction reaction, Instant now, List<Recorded> said) {
    if (said.stream().anyMatch(row -> names(row, reaction))) {
      return;
    }
    if (isUntimely(now, reaction)) {
      throw rejection(
          "until must be in the future, at most " + LONGEST_SNOOZE.toDays() + " days from now");
    }
    if (said.stream().filter(Reacting::isReaction).count() >= Rules.MOST_REACTIONS) {
      throw rejection("tip must have at most " + Rules.MOST_REACTIONS + " reactions");
    }
  }

  private static boolean isReaction(Recorded row) {
    return row.event() instanceof Reacted || row.event() instanceof Retracted;
  }

  private InvalidReactionException rejection(String rule) {
    rejected.incrementAndGet();
    return new InvalidReactionException(rule);
  }

  private static boolean names(Recorded row, Reaction reaction) {
    return (row.event() instanceof Reacted reacted && reacted.id().equals(reaction.id()))
        || (row.event() instanceof Retracted retracted && retracted.id().equals(reaction.id()));
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

  /** All counts by name: those of the log, and of what changed nothing since this engine began. */
  Map<String, Long> counters(Tally tally) {
    return tally.counters(repeated.get(), conflicting.get(), rejected.get());
  }
}
