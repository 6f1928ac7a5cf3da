package net.alogins.oo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;

/**
 * Reactions to decisions that were all made before, and when each arrives: once, up to twenty
 * times, and now and then with another content under the same id.
 */
final class Deliveries {

  private static final Duration HORIZON = Duration.ofDays(7);
  private static final long MARGIN = 1_000_000;
  private static final int MOST_COPIES = 20;
  private static final int PERCENT = 100;
  private static final int LATE = 15;
  private static final int UNDONE = 25;
  private static final int CONTRADICTED = 3;

  /** How a delivery relates to those before it. */
  enum Role {
    FIRST,
    AGAIN,
    ANOTHER
  }

  /**
   * A reaction.
   *
   * @param decided when the tip was decided
   * @param isLate whether it first arrives after the amend horizon
   */
  record Said(UserId user, Reaction reaction, Instant decided, boolean isLate) {}

  /** One delivery of it; no two are at the same millisecond. */
  record Delivery(long at, Role role, UserId user, Reaction reaction) {

    private Delivery at(long newAt) {
      return new Delivery(newAt, role, user, reaction);
    }
  }

  private final SplittableRandom random;
  private final long begin;
  private final long end;
  private final List<Said> all = new ArrayList<>();

  /**
   * As many reactions as {@code wanted} to the decisions among {@code facts}.
   *
   * @param begin when the first can arrive
   * @param end when all have arrived
   */
  Deliveries(List<Event> facts, int wanted, SplittableRandom random, Instant begin, Instant end) {
    this.random = random;
    this.begin = begin.toEpochMilli();
    this.end = end.toEpochMilli();
    List<Decided> decisions = new ArrayList<>();
    for (Event fact : facts) {
      if (fact instanceof Decided decided) {
        decisions.add(decided);
      }
    }
    for (int i = 0; all.size() < wanted; i = (i + 1) % decisions.size()) {
      say(decisions.get(i), end);
    }
    all.subList(wanted, all.size()).clear();
  }

  private void say(Decided decided, Instant last) {
    Answer answer = answer(decided.tip(), last);
    add(decided, answer);
    if (random.nextInt(PERCENT) < UNDONE) {
      add(decided, answer.undo());
    }
  }

  private Answer answer(TipId tip, Instant last) {
    ReactionId id = new ReactionId("press " + all.size());
    return switch (random.nextInt(3)) {
      case 0 -> Reaction.done(tip).id(id);
      case 1 -> Reaction.dismiss(tip).id(id);
      default -> Reaction.snooze(tip, last.plus(HORIZON)).id(id);
    };
  }

  private void add(Decided decided, Reaction reaction) {
    boolean isLate = random.nextInt(PERCENT) < LATE;
    all.add(new Said(decided.user(), reaction, decided.at(), isLate));
  }

  /** Every reaction once, at any time at which it is as late as it is. */
  List<Delivery> firsts() {
    return inOrder(new ArrayList<>(all.stream().map(this::first).toList()));
  }

  private Delivery first(Said said) {
    long horizon = said.decided().plus(HORIZON).toEpochMilli();
    long at =
        said.isLate()
            ? random.nextLong(horizon + MARGIN, end - MARGIN)
            : random.nextLong(begin, horizon - MARGIN);
    return new Delivery(at, Role.FIRST, said.user(), said.reaction());
  }

  /** These, and the same again at any time after that. */
  List<Delivery> withCopies(List<Delivery> firsts) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Delivery first : firsts) {
      deliveries.add(first);
      for (int copies = random.nextInt(MOST_COPIES); copies > 0; copies--) {
        deliveries.add(later(first, Role.AGAIN, first.reaction()));
      }
      if (first.reaction() instanceof Answer answer && random.nextInt(PERCENT) < CONTRADICTED) {
        deliveries.add(later(first, Role.ANOTHER, another(answer)));
      }
    }
    return inOrder(deliveries);
  }

  private Delivery later(Delivery first, Role role, Reaction reaction) {
    long at = random.nextLong(first.at() + 1, end);
    return new Delivery(at, role, first.user(), reaction);
  }

  private static Reaction another(Answer answer) {
    Answer other =
        answer.kind() == Kind.DONE ? Reaction.dismiss(answer.tip()) : Reaction.done(answer.tip());
    return other.id(answer.id());
  }

  private static List<Delivery> inOrder(List<Delivery> deliveries) {
    deliveries.sort(Comparator.comparingLong(Delivery::at));
    long last = Long.MIN_VALUE;
    for (int i = 0; i < deliveries.size(); i++) {
      last = Math.max(last + 1, deliveries.get(i).at());
      deliveries.set(i, deliveries.get(i).at(last));
    }
    return deliveries;
  }
}
