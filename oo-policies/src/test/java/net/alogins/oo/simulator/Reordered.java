package net.alogins.oo.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.alogins.oo.Status;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * The same facts in another order: everybody's in turn with everybody else's, and what one person
 * said between two of their decisions, or changes of consent, in any order.
 */
final class Reordered {

  private static final double TOLERANCE = 1e-9;
  private static final double CLEARLY = 1e-6;
  private static final Duration LATER = Duration.ofDays(1_000);

  private final SplittableRandom random;
  private final Learner learner;

  Reordered(SplittableRandom random, Learner learner) {
    this.random = random;
    this.learner = learner;
  }

  /** What was learned from some rows. */
  private record Learned(Status status, Map<String, Decided> probes) {}

  /**
   * Learns {@code rows} in both orders and compares; in theirs it comes to {@code status}. What a
   * picky policy refuses depends on what it learned before.
   */
  void check(List<Recorded> rows, Status status) {
    Learned one = learned(rows);
    Checks.same(status, one.status(), "a replay");
    if (learner.isPicky()) {
      return;
    }
    Learned other = learned(shuffled(rows));
    Violation.unless(
        one.status().counters().equals(other.status().counters()),
        "I6",
        "counters were %s but in another order %s",
        one.status().counters(),
        other.status().counters());
    if (learner.policy() instanceof Remembering) {
      Violation.unless(
          one.status().stateHash().equals(other.status().stateHash()),
          "I6",
          "the order of the facts shows in the rewards");
    }
    Violation.unless(
        one.probes().keySet().equals(other.probes().keySet()), "I6", "somebody is not asked");
    one.probes().forEach((user, decided) -> compare(decided, other.probes().get(user)));
  }

  private Learned learned(List<Recorded> rows) {
    Time later = new Time();
    rows.stream()
        .map(row -> row.event().at())
        .max(Comparator.naturalOrder())
        .ifPresent(last -> later.elapse(Duration.between(later.now(), last.plus(LATER))));
    return new Twin(learner, later, CandidateSource.immediate(context -> probes()))
        .ask(rows, asked -> learned(rows, asked));
  }

  private static Learned learned(List<Recorded> rows, Twin.Asked asked) {
    Status status = asked.recommender().status();
    Map<String, Decided> probes = new TreeMap<>();
    for (UserId user : rows.stream().map(row -> row.event().user()).distinct().toList()) {
      asked.recommender().tip(user).ifPresent(tip -> probes.put(user.value(), newest(asked, user)));
    }
    return new Learned(status, probes);
  }

  private static Decided newest(Twin.Asked asked, UserId user) {
    return (Decided) asked.stores().log().decisions(user, Long.MAX_VALUE, 1).get(0).event();
  }

  private static List<Candidate> probes() {
    return IntStream.range(0, 2 * Sight.KINDS)
        .mapToObj(
            i ->
                Candidate.of("probe", "probe-" + i, "Probe")
                    .kind(String.valueOf(i % Sight.KINDS))
                    .priority(1 + i % 4))
        .toList();
  }

  private static void compare(Decided one, Decided other) {
    int size = one.slate().size();
    Violation.unless(size == other.slate().size(), "I6", "a slate has another size");
    boolean isClear = isClear(one);
    for (int i = 0; i < size; i++) {
      Violation.unless(
          isNear(one.slate().scores().get(i), other.slate().scores().get(i))
              && (!isClear
                  || isNear(
                      one.slate().propensities().get(i), other.slate().propensities().get(i))),
          "I6",
          "in another order the scores are %s, not %s",
          other.slate().scores(),
          one.slate().scores());
    }
  }

  private static boolean isNear(double a, double b) {
    return StrictMath.abs(a - b) <= TOLERANCE;
  }

  /** Whether the best is so by more than what rounding may turn over. */
  private static boolean isClear(Decided decided) {
    double[] scores =
        IntStream.range(0, decided.slate().size())
            .mapToDouble(decided.slate().scores()::get)
            .sorted()
            .toArray();
    return scores.length < 2 || scores[scores.length - 1] - scores[scores.length - 2] > CLEARLY;
  }

  private List<Recorded> shuffled(List<Recorded> rows) {
    Map<UserId, List<Recorded>> byUser = new LinkedHashMap<>();
    rows.forEach(
        row -> byUser.computeIfAbsent(row.event().user(), u -> new ArrayList<>()).add(row));
    List<List<Recorded>> queues = new ArrayList<>();
    byUser.values().forEach(mine -> queues.add(within(mine)));
    List<Recorded> all = new ArrayList<>();
    while (!queues.isEmpty()) {
      List<Recorded> queue = queues.get(random.nextInt(queues.size()));
      all.add(queue.remove(0));
      if (queue.isEmpty()) {
        queues.remove(queue);
      }
    }
    return all;
  }

  private List<Recorded> within(List<Recorded> mine) {
    List<Recorded> all = new ArrayList<>();
    List<Recorded> between = new ArrayList<>();
    for (Recorded row : mine) {
      if (isFixed(row.event())) {
        flush(between, all);
        all.add(row);
      } else {
        between.add(row);
      }
    }
    flush(between, all);
    return all;
  }

  private static boolean isFixed(Event event) {
    return event instanceof Decided || event instanceof ConsentChanged;
  }

  private void flush(List<Recorded> between, List<Recorded> all) {
    while (!between.isEmpty()) {
      all.add(between.remove(random.nextInt(between.size())));
    }
  }
}
