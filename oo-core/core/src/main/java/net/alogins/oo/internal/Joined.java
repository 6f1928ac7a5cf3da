package net.alogins.oo.internal;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.context.Past;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.tip.PastTip.Outcome;

/**
 * A decision joined with everything that was said to it.
 *
 * @param decided the decision, without what was not chosen
 * @param said what was said to it
 * @param learned the reward that was learned, if any
 * @param rejected whether what it earned could not be learned; then nothing more is until it is
 *     tried again
 */
record Joined(Decided decided, Said said, Optional<Reward> learned, boolean rejected) {

  private static final Past SHOWN =
      new Past(1, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());

  static Joined of(Decided decided) {
    return new Joined(decided.chosenOnly(), Said.NOTHING, Optional.empty(), false);
  }

  Joined say(Said more) {
    return new Joined(decided, more, learned, rejected);
  }

  Joined learn(Optional<Reward> reward) {
    return new Joined(decided, said, reward, rejected);
  }

  /** What it earned last could not be learned: {@code still} is what is learned of it. */
  Joined reject(Optional<Reward> still) {
    return new Joined(decided, said, still, true);
  }

  /** It is to be tried again. */
  Joined redrive() {
    return new Joined(decided, said, learned, false);
  }

  boolean isOpen(Instant now) {
    return now.isBefore(decided.times().open()) && !said.withdrawn() && !said.isAnswered();
  }

  /** Whether only the passing of the window is missing for it to count as ignored. */
  boolean isWaiting() {
    return !said.withdrawn() && !said.closed() && !said.isAnswered();
  }

  /** Whether it may have as many reactions as are kept. */
  boolean isFull() {
    return said.reactions() >= Rules.MOST_REACTIONS;
  }

  boolean takes(Instant answerAt) {
    return !answerAt.isAfter(decided.times().amend());
  }

  /** When nothing can change any more and nothing hides the candidate any more. */
  Instant end() {
    return said.live().stream()
        .flatMap(answer -> answer.until().stream())
        .reduce(decided.times().amend(), (a, b) -> a.isAfter(b) ? a : b);
  }

  Past past() {
    Past past = said.withdrawn() ? Past.nothing() : SHOWN;
    for (Reacted answer : said.live()) {
      past = past.plus(added(answer, past));
    }
    return past;
  }

  /** What an answer adds to what was before: each kind counts once. */
  private static Past added(Reacted answer, Past before) {
    Optional<Instant> at = Optional.of(answer.at());
    Optional<Instant> no = Optional.empty();
    return switch (answer.kind()) {
      case SNOOZED -> new Past(0, 1 - before.snoozed(), 0, answer.until(), no, no);
      case DISMISSED -> new Past(0, 0, 1 - before.dismissed(), no, at, no);
      case DONE -> new Past(0, 0, 0, no, no, at);
    };
  }

  Outcome outcome(Instant now) {
    if (said.withdrawn()) {
      return Outcome.WITHDRAWN;
    } else if (said.says(Reacted.Kind.DONE)) {
      return Outcome.DONE;
    } else if (said.says(Reacted.Kind.DISMISSED)) {
      return Outcome.DISMISSED;
    } else if (said.says(Reacted.Kind.SNOOZED)) {
      return Outcome.SNOOZED;
    } else if (said.closed()) {
      return Outcome.IGNORED;
    }
    return isOpen(now) ? Outcome.OPEN : Outcome.EXPIRED;
  }

  /** What became of the decision and of each answer to it. */
  Tally tally() {
    Tally tally = Tally.one(Count.DECIDED);
    if (said.withdrawn()) {
      tally = tally.plus(Tally.one(Count.DECISIONS_WITHDRAWN));
    } else if (rejected) {
      tally = tally.plus(Tally.one(Count.DECISIONS_DEAD_LETTERED));
    } else if (learned.isPresent()) {
      tally = tally.plus(Tally.one(Count.DECISIONS_LEARNED));
    }
    for (Reacted answer : said.answers()) {
      tally = tally.plus(Tally.one(Count.RECORDED)).plus(Tally.one(fate(answer)));
    }
    return tally;
  }

  private Count fate(Reacted answer) {
    if (said.retracted().contains(answer.id())) {
      return Count.RETRACTED;
    } else if (rejected) {
      return Count.DEAD_LETTERED;
    }
    return learned.isPresent() ? Count.LEARNED : Count.CENSORED;
  }
}
