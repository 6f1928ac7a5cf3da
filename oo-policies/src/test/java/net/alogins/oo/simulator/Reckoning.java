package net.alogins.oo.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

/**
 * What the rows of a log amount to, worked out the plain way and without the library's own fold:
 * the reward of every decision, and what became of every fact.
 */
final class Reckoning {

  private static final double DONE = 1;
  private static final double DISMISSED = -0.4;
  private static final double IGNORED = 0;

  /** A decision and what was said to it in time. */
  private static final class Case {

    private final Decided decided;
    private final List<Reacted> answers = new ArrayList<>();
    private final Set<ReactionId> retracted = new HashSet<>();
    private boolean withdrawn;
    private boolean closed;
    private boolean rejected;
    private Optional<Double> learned = Optional.empty();

    Case(Decided decided) {
      this.decided = decided;
    }

    private List<Reacted> standing() {
      return answers.stream().filter(answer -> !retracted.contains(answer.id())).toList();
    }

    private boolean says(Kind kind) {
      return standing().stream().anyMatch(answer -> answer.kind() == kind);
    }

    private Optional<Double> worth() {
      if (withdrawn) {
        return Optional.empty();
      } else if (says(Kind.DONE)) {
        return Optional.of(DONE);
      } else if (says(Kind.DISMISSED)) {
        return Optional.of(DISMISSED);
      }
      return standing().isEmpty() && closed ? Optional.of(IGNORED) : Optional.empty();
    }

    /** Learns what it is worth now, unless that is poison: then what was learned stays. */
    private void learn(boolean isPicky) {
      Optional<Double> worth = worth();
      if (rejected || worth.equals(learned)) {
        return;
      }
      Choice choice = Choice.of(decided);
      rejected = isPicky && worth.filter(choice::isPoison).isPresent();
      learned = rejected ? learned : worth;
    }

    private boolean isOver(Instant now) {
      return now.isAfter(decided.times().amend())
          && standing().stream()
              .flatMap(a -> a.until().stream())
              .noneMatch(end -> !now.isAfter(end));
    }
  }

  private final Map<UserId, NavigableMap<Long, Consents>> consents = new HashMap<>();
  private final Map<UserId, Map<TipId, Case>> open = new HashMap<>();
  private final List<Case> all = new ArrayList<>();
  private long late;
  private long orphans;

  private final boolean isPicky;

  private Reckoning(boolean isPicky) {
    this.isPicky = isPicky;
  }

  /** What {@code rows}, from the first on, amount to. */
  static Reckoning of(List<Recorded> rows) {
    return of(rows, false);
  }

  /** The same under a policy that may be picky. */
  static Reckoning of(List<Recorded> rows, boolean isPicky) {
    Reckoning reckoning = new Reckoning(isPicky);
    rows.forEach(reckoning::add);
    return reckoning;
  }

  private void add(Recorded row) {
    Event event = row.event();
    UserId user = event.user();
    if (event instanceof Decided decided) {
      decide(decided);
    } else if (event instanceof ConsentChanged changed) {
      changes(user).put(row.seq(), new Consents(changed.allowed()));
    } else {
      Case said = casesOf(user).get(event.about().orElseThrow());
      boolean isTimely = said != null && !event.at().isAfter(said.decided.times().amend());
      if (said != null && (isTimely || event instanceof WindowClosed)) {
        say(said, event);
      } else if (event instanceof Reacted reacted) {
        late += reacted.decided() ? 1 : 0;
        orphans += reacted.decided() ? 0 : 1;
      }
    }
  }

  private Map<TipId, Case> casesOf(UserId user) {
    return open.computeIfAbsent(user, u -> new LinkedHashMap<>());
  }

  private void decide(Decided decided) {
    Violation.unless(
        consentsOf(decided.user(), decided.by().seq()).allow(Purpose.RECOMMEND),
        "I12",
        "%s was given a tip without their consent",
        decided.user());
    Map<TipId, Case> mine = casesOf(decided.user());
    mine.values().removeIf(said -> said.isOver(decided.at()));
    Case fresh = new Case(decided);
    mine.put(decided.tip(), fresh);
    all.add(fresh);
  }

  private void say(Case said, Event event) {
    if (event instanceof Reacted reacted) {
      said.answers.add(reacted);
    } else if (event instanceof Retracted retracted) {
      said.retracted.add(retracted.target());
    } else if (event instanceof Withdrawn) {
      said.withdrawn = true;
    } else if (event instanceof WindowClosed) {
      said.closed = true;
    }
    if (event instanceof Redriven) {
      said.rejected = false;
    }
    if (consentsOf(event.user()).allow(Purpose.LEARN)) {
      said.learn(isPicky);
    }
  }

  /** What {@code user} allows. */
  Consents consentsOf(UserId user) {
    return consentsOf(user, Long.MAX_VALUE);
  }

  /** What {@code user} allowed when row {@code seq} was the last. */
  private Consents consentsOf(UserId user, long seq) {
    Map.Entry<Long, Consents> last = changes(user).floorEntry(seq);
    return last == null ? Consents.standard() : last.getValue();
  }

  private NavigableMap<Long, Consents> changes(UserId user) {
    return consents.computeIfAbsent(user, u -> new TreeMap<>());
  }

  /** The reward of every decision that has one. */
  Map<Choice, Double> rewards() {
    Map<Choice, Double> rewards = new HashMap<>();
    for (Case said : all) {
      Decided decided = said.decided;
      said.learned.ifPresent(reward -> rewards.put(Choice.of(decided), reward));
    }
    return rewards;
  }

  /** Every counter that is a function of the log, by its name in the library. */
  Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    long withdrawn = all.stream().filter(said -> said.withdrawn).count();
    long dead = all.stream().filter(said -> !said.withdrawn && said.rejected).count();
    long learned =
        all.stream().filter(s -> !s.withdrawn && !s.rejected && s.learned.isPresent()).count();
    counters.put("decisions.decided", (long) all.size());
    counters.put("decisions.withdrawn", withdrawn);
    counters.put("decisions.learned", learned);
    counters.put("decisions.open", all.size() - withdrawn - dead - learned);
    long retracted = all.stream().mapToLong(s -> s.answers.size() - s.standing().size()).sum();
    long taught = standing(said -> !said.rejected && said.learned.isPresent());
    long silent = standing(said -> !said.rejected && said.learned.isEmpty());
    long refused = standing(said -> said.rejected);
    counters.put("decisions.deadLettered", dead);
    counters.put("reactions.deadLettered", refused);
    counters.put("reactions.retracted", retracted);
    counters.put("reactions.learned", taught);
    counters.put("reactions.censored", silent);
    counters.put("reactions.late", late);
    counters.put("reactions.orphan", orphans);
    counters.put("reactions.recorded", retracted + taught + silent + refused + late + orphans);
    return counters;
  }

  private long standing(Predicate<Case> which) {
    return all.stream().filter(which).mapToLong(said -> said.standing().size()).sum();
  }

  /** The tips whose reward could not be learned, and still is not. */
  Set<TipId> deadLetters() {
    return all.stream()
        .filter(said -> said.rejected)
        .map(said -> said.decided.tip())
        .collect(Collectors.toSet());
  }
}
