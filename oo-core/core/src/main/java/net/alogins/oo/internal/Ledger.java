package net.alogins.oo.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.context.History;
import net.alogins.oo.context.Past;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.tip.Decision;

/**
 * Everything of one person that the log says and that still matters: a pure fold over their rows.
 *
 * <p>Joining happens here: the reward of a decision is the rule's value of the set of its answers,
 * and whenever that value changes there is one {@link Experience}. Decisions are kept until their
 * amend horizon has passed, at most {@link Rules#MOST_JOINABLE} of them; applying a row costs a
 * copy of that map.
 *
 * @param seq the last row applied
 * @param consents what the log says they allow, empty while it never said
 * @param joined the joinable decisions, in the order in which they were opened last
 */
record Ledger(long seq, Optional<Consents> consents, Map<TipId, Joined> joined) {

  static final Ledger EMPTY = new Ledger(0, Optional.empty(), Map.of());

  /**
   * A row's effect.
   *
   * @param next the ledger after it
   * @param experience what is to be learned
   * @param change how the counts change
   * @param refusal why what was earned could not be learned, if so
   */
  record Step(
      Ledger next, Optional<Experience> experience, Tally change, Optional<String> refusal) {

    static Step of(Ledger next, Tally change) {
      return new Step(next, Optional.empty(), change, Optional.empty());
    }
  }

  Step apply(Recorded row, Rules rules) {
    Event event = row.event();
    if (event instanceof Decided decided) {
      return decide(row.seq(), decided);
    } else if (event instanceof ConsentChanged changed) {
      Ledger next = new Ledger(row.seq(), Optional.of(new Consents(changed.allowed())), joined);
      return Step.of(next, Tally.NOTHING);
    }
    TipId tip = event.about().orElseThrow();
    Joined before = joined.get(tip);
    boolean isTimely =
        event instanceof WindowClosed || (before != null && before.takes(event.at()));
    if (before == null || !isTimely) {
      return Step.of(new Ledger(row.seq(), consents, joined), missed(event));
    }
    Ledger from = event instanceof Retracted ? without(tip) : this;
    return from.settle(row.seq(), before, changed(before, event), rules);
  }

  private static Joined changed(Joined before, Event event) {
    if (event instanceof Reacted reacted) {
      return before.say(before.said().answered(reacted));
    } else if (event instanceof Retracted retracted) {
      return before.say(before.said().retract(retracted.target()));
    } else if (event instanceof Redriven) {
      return before.redrive();
    }
    Said said = before.said();
    return before.say(event instanceof Withdrawn ? said.withdraw() : said.close());
  }

  private static Tally missed(Event event) {
    return event instanceof Reacted reacted
        ? Tally.one(Count.RECORDED).plus(Tally.one(reacted.decided() ? Count.LATE : Count.ORPHAN))
        : Tally.NOTHING;
  }

  private Step decide(long at, Decided decided) {
    Joined fresh = Joined.of(decided);
    if (joined.isEmpty()) {
      return Step.of(
          new Ledger(at, consents, Map.of(decided.tip(), fresh)), Tally.one(Count.DECIDED));
    }
    Map<TipId, Joined> next = new LinkedHashMap<>();
    int skip = Math.max(0, joined.size() + 1 - Rules.MOST_JOINABLE);
    for (Map.Entry<TipId, Joined> entry : joined.entrySet()) {
      if (skip-- <= 0 && !decided.at().isAfter(entry.getValue().end())) {
        next.put(entry.getKey(), entry.getValue());
      }
    }
    next.put(decided.tip(), fresh);
    return Step.of(of(at, next), Tally.one(Count.DECIDED));
  }

  private Step settle(long at, Joined before, Joined said, Rules rules) {
    Optional<Occasion> occasion = new Decision(said.decided()).occasion(rules.schema());
    boolean mayLearn =
        !said.rejected()
            && occasion.isPresent()
            && consents.orElse(rules.unsaid()).allow(Purpose.LEARN);
    Joined after = said;
    Optional<String> cause = Optional.empty();
    try {
      after = mayLearn ? said.learn(worth(said, rules)) : said;
    } catch (RuntimeException broken) {
      after = said.reject(before.learned());
      cause = Optional.of(cause(broken));
    }
    Optional<Reward> now = after.learned();
    return new Step(
        with(at, after),
        occasion.flatMap(was -> experience(was, before.learned(), now)),
        after.tally().minus(before.tally()),
        cause);
  }

  /** This step, had the experience in it been refused: nothing was learned from its row. */
  Step refused(Step step, TipId tip, Throwable broken) {
    Joined before = of(tip).orElseThrow();
    Joined after = step.next().of(tip).orElseThrow().reject(before.learned());
    return new Step(
        step.next().with(step.next().seq, after),
        Optional.empty(),
        after.tally().minus(before.tally()),
        Optional.of(cause(broken)));
  }

  /** No more of it than fits in a row. */
  private static String cause(Throwable broken) {
    return "%.500s".formatted(broken);
  }

  private static Optional<Reward> worth(Joined said, Rules rules) {
    return said.said().withdrawn() ? Optional.empty() : rules.worth(said.said().all());
  }

  private static Optional<Experience> experience(
      Occasion occasion, Optional<Reward> was, Optional<Reward> now) {
    if (was.equals(now)) {
      return Optional.empty();
    }
    return was.<Experience>map(
            reward -> new Experience.Corrected(new Experience.First(occasion, reward), now))
        .or(() -> now.map(reward -> new Experience.First(occasion, reward)));
  }

  private Ledger with(long at, Joined after) {
    Map<TipId, Joined> next = new LinkedHashMap<>(joined);
    next.put(after.decided().tip(), after);
    return of(at, next);
  }

  private Ledger of(long at, Map<TipId, Joined> next) {
    return new Ledger(at, consents, Collections.unmodifiableMap(next));
  }

  /** What was said to {@code tip}, while it is joinable. */
  Optional<Joined> of(TipId tip) {
    return Optional.ofNullable(joined.get(tip));
  }

  /** When the first joinable decision was made. */
  Instant oldest() {
    return joined.values().stream()
        .map(each -> each.decided().at())
        .reduce(Instant.MAX, (a, b) -> a.isBefore(b) ? a : b);
  }

  /** A tip that is opened again by an undo is the latest one. */
  private Ledger without(TipId tip) {
    Map<TipId, Joined> rest = new LinkedHashMap<>(joined);
    rest.remove(tip);
    return of(seq, rest);
  }

  /** The tip that waits for an answer: the latest one. */
  Optional<Joined> open(Instant now) {
    List<Joined> all = allOpen(now);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The tips that would wait for an answer if a later one did not. */
  List<Joined> superseded(Instant now) {
    List<Joined> all = allOpen(now);
    return all.subList(0, Math.max(0, all.size() - 1));
  }

  private List<Joined> allOpen(Instant now) {
    return joined.isEmpty()
        ? List.of()
        : joined.values().stream().filter(each -> each.isOpen(now)).toList();
  }

  History history() {
    if (joined.isEmpty()) {
      return History.empty();
    }
    Map<CandidateId, Past> pasts = new HashMap<>();
    for (Joined decision : joined.values()) {
      pasts.merge(decision.decided().candidate(), decision.past(), Past::plus);
    }
    return new History(pasts);
  }
}
