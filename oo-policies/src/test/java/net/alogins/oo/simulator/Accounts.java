package net.alogins.oo.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.Status;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.DeadLetter;

/** What the counters, the rewards and each decision have to be. */
final class Accounts {

  private static final double FLOOR = 0.01;
  private static final double TOLERANCE = 1e-9;
  private static final int MOST_REACTIONS = 64;

  private final Machine machine;
  private final Claims claims;
  private long checked;

  Accounts(Machine machine, Claims claims) {
    this.machine = machine;
    this.claims = claims;
  }

  /** The counters add up, and what is learned is what the log amounts to. */
  void check(Status status, Reckoning reckoning) {
    conserved(status.counters());
    counted(status.counters());
    reckoning
        .counters()
        .forEach(
            (name, count) ->
                Violation.unless(
                    count.equals(status.counters().get(name)),
                    "I6",
                    "%s must be %d but was %s",
                    name,
                    count,
                    status.counters()));
    dead(reckoning.deadLetters());
    if (machine.policy() instanceof Remembering remembering) {
      Violation.unless(
          remembering.written().equals(reckoning.rewards()),
          "I6",
          "rewards must be %s but were %s",
          reckoning.rewards(),
          remembering.written());
    }
  }

  private static void conserved(Map<String, Long> counts) {
    Violation.unless(
        counts.values().stream().allMatch(count -> count >= 0), "I17", "counters %s", counts);
    long fates = sum(counts, "learned", "retracted", "censored", "late", "orphan", "deadLettered");
    Violation.unless(
        fates == sum(counts, "recorded"), "I17", "recorded is not the sum of fates: %s", counts);
    Violation.unless(
        sum(counts, "recorded", "repeated", "conflict", "rejected") == sum(counts, "received"),
        "I17",
        "received is not the sum: %s",
        counts);
  }

  private static long sum(Map<String, Long> counts, String... names) {
    long sum = 0;
    for (String name : names) {
      sum += counts.getOrDefault("reactions." + name, 0L);
    }
    return sum;
  }

  /** What changed nothing is counted as what people were told. */
  private void counted(Map<String, Long> counts) {
    Violation.unless(
        sum(counts, "repeated") == machine.witness().repeated()
            && sum(counts, "conflict") == machine.witness().conflicting()
            && sum(counts, "rejected") == claims.refusals(),
        "I17",
        "%d were repeated, %d in conflict, %d refused: %s",
        machine.witness().repeated(),
        machine.witness().conflicting(),
        claims.refusals(),
        counts);
  }

  private void dead(Set<TipId> tips) {
    Set<TipId> letters =
        machine.recommender().deadLetters().stream()
            .map(DeadLetter::tip)
            .collect(Collectors.toSet());
    Violation.unless(
        tips.equals(letters), "I17", "dead letters must be %s but were %s", tips, letters);
  }

  /** Each decision is one that can have been made. */
  void check(List<Recorded> rows) {
    for (Recorded row : rows) {
      if (row.seq() > checked && row.event() instanceof Decided decided) {
        check(row.seq(), decided);
      }
      checked = Math.max(checked, row.seq());
    }
    bounded(rows);
  }

  private void check(long seq, Decided decided) {
    DoubleColumn propensities = decided.slate().propensities();
    double sum = 0;
    for (int i = 0; i < propensities.size(); i++) {
      double p = propensities.get(i);
      sum += p;
      Violation.unless(
          p == 0 || p >= FLOOR / propensities.size(), "I8", "%s has p = %s", decided.tip(), p);
      double score = decided.slate().scores().get(i);
      Violation.unless(Double.isFinite(score), "I9", "%s has the score %s", decided.tip(), score);
    }
    Violation.unless(StrictMath.abs(sum - 1) <= TOLERANCE, "I8", "propensities sum to %s", sum);
    Violation.unless(decided.propensity() > 0, "I8", "%s cannot be drawn", decided.tip());
    Violation.unless(decided.by().seq() < seq, "I7", "%s knows itself", decided.tip());
    String policy = machine.policy().name();
    Violation.unless(decided.by().policy().equals(policy), "I8", "%s", decided.by());
  }

  /** So many answers to a tip are kept while they can change anything. */
  private static void bounded(List<Recorded> rows) {
    Map<TipId, Instant> ends = new HashMap<>();
    Map<TipId, Integer> reactions = new HashMap<>();
    for (Recorded row : rows) {
      Event event = row.event();
      if (event instanceof Decided decided) {
        ends.put(decided.tip(), decided.times().amend());
      } else if (event instanceof Reacted answer && answer.decided()) {
        boolean isLate = answer.at().isAfter(ends.getOrDefault(answer.tip(), Instant.MIN));
        int count = reactions.merge(answer.tip(), isLate ? 0 : 1, Integer::sum);
        Violation.unless(count <= MOST_REACTIONS, "I14", "%d answers to a tip", count);
      }
    }
  }
}
