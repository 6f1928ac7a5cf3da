package net.alogins.oo.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.alogins.oo.Status;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/** The invariants, at a moment when nothing is on its way. */
final class Checks {

  private static final int MOST_TICKS = 3;
  private static final Duration TICK = Duration.ofSeconds(31);
  private static final Set<String> OF_THE_PROCESS =
      Set.of(
          "reactions.repeated", "reactions.conflict", "reactions.rejected", "reactions.received");

  private final Machine machine;
  private final Claims claims;
  private final Time time;
  private final Faults faults;
  private final Learner learner;
  private final Accounts accounts;
  private final Aftermath aftermath;
  private long trimmed;

  Checks(Machine machine, Claims claims, Time time, Faults faults, Learner learner) {
    this.machine = machine;
    this.claims = claims;
    this.time = time;
    this.faults = faults;
    this.learner = learner;
    this.accounts = new Accounts(machine, claims);
    this.aftermath = new Aftermath(machine, learner, time);
  }

  /** The last row that was found to be trimmed. */
  long trimmed() {
    return trimmed;
  }

  /** What the log trimmed is no longer owed. */
  void forget() {
    long now = machine.stores().log().trimmed();
    if (now > trimmed) {
      faults.count(Fault.TRIMMED);
      machine.witness().trimmedAfter(trimmed).forEach(claims::trimmed);
      trimmed = now;
    }
  }

  /** What holds whenever no call is in progress; how everything stands then. */
  Status quiet() {
    forget();
    List<Recorded> rows = machine.witness().rows();
    claims.check(rows);
    Status status = machine.recommender().status();
    Violation.unless(
        machine.witness().acknowledged() <= status.seq(),
        "I4",
        "row %d was acknowledged and is not learned at row %d",
        machine.witness().acknowledged(),
        status.seq());
    accounts.check(status, Reckoning.of(learned(status), learner.isPicky()));
    accounts.check(rows);
    return status;
  }

  private List<Recorded> learned(Status status) {
    return machine.witness().history().stream().filter(row -> row.seq() <= status.seq()).toList();
  }

  /** What holds after a start, too: everything in the log is learned. */
  Status started() {
    Status status = quiet();
    long last = machine.witness().last();
    Violation.unless(
        status.seq() == last, "I4", "the log ends at %d but %d is learned", last, status.seq());
    return status;
  }

  /** What holds after a crash, too: what is learned is what a fresh one learns. */
  void recovered() {
    Status status = started();
    Twin twin = new Twin(learner, time, CandidateSource.immediate(context -> List.of()));
    same(status, twin.ask(learned(status), asked -> asked.recommender().status()), "a replay");
  }

  /** Two that learned the same rows are the same. */
  static void same(Status one, Status other, String what) {
    Violation.unless(
        one.seq() == other.seq() && one.stateHash().equals(other.stateHash()),
        "I4",
        "the state after row %d is not that of %s",
        one.seq(),
        what);
    Violation.unless(
        ofTheLog(one).equals(ofTheLog(other)),
        "I5",
        "counters were %s but those of %s are %s",
        one.counters(),
        what,
        other.counters());
  }

  /** The counters but for those of what never came into the log. */
  static Map<String, Long> ofTheLog(Status status) {
    Map<String, Long> counters = new TreeMap<>(status.counters());
    counters.keySet().removeAll(OF_THE_PROCESS);
    return counters;
  }

  /** What holds when everything behind the path was done, too. */
  void settled(List<UserId> people) {
    for (int tick = 0; tick < MOST_TICKS; tick++) {
      time.elapse(TICK);
      machine.agenda().runDue();
      time.elapse(Duration.ofMillis(1));
      machine.agenda().runDue();
    }
    started();
    Map<String, Long> lags = machine.recommender().health().lags();
    Violation.unless(lags.values().stream().allMatch(lag -> lag == 0), "I4", "lags %s", lags);
    aftermath.check(machine.witness().rows());
    Reckoning reckoning = Reckoning.of(machine.witness().history(), learner.isPicky());
    for (UserId user : people) {
      Violation.unless(
          machine.recommender().profiles().of(user).consents().equals(reckoning.consentsOf(user)),
          "I12",
          "%s allows %s",
          user,
          reckoning.consentsOf(user));
    }
  }

  /** Every score, also of shadows, is what a fresh one writes. */
  void replayed() {
    aftermath.replayed(machine.witness().rows());
  }
}
