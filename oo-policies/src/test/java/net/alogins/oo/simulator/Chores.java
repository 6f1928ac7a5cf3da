package net.alogins.oo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;

/** Two lists of things to do, one at home and one in a slow office; things come and go. */
final class Chores {

  private static final int FEWEST = 3;
  private static final int MOST = 7;
  private static final int PERCENT = 100;
  private static final int FAILING = 4;
  private static final int LATE = 4;

  private final SplittableRandom random;
  private final Faults faults;
  private final List<Candidate> home = new ArrayList<>();
  private final List<Candidate> office = new ArrayList<>();
  private int made;

  Chores(SplittableRandom random, Faults faults) {
    this.random = random;
    this.faults = faults;
    for (int i = 0; i < FEWEST; i++) {
      add();
    }
  }

  CandidateSource home() {
    return CandidateSource.named("home", CandidateSource.immediate(context -> answer(home)));
  }

  CandidateSource office() {
    return CandidateSource.named("office", context -> answer(office));
  }

  private List<Candidate> answer(List<Candidate> list) {
    if (strikes(Fault.SOURCE_FAILED, FAILING)) {
      throw new StagedFailure(Fault.SOURCE_FAILED);
    }
    return List.copyOf(list);
  }

  /** Whether the office answers too late this time. */
  boolean isLate() {
    return strikes(Fault.SOURCE_LATE, LATE);
  }

  private boolean strikes(Fault fault, int percent) {
    boolean strikes = random.nextInt(PERCENT) < percent && !faults.isCalm();
    if (strikes) {
      faults.count(fault);
    }
    return strikes;
  }

  /** Something new to do, or something that is no longer there. */
  void change() {
    List<Candidate> list = random.nextBoolean() ? home : office;
    if (home.size() + office.size() < MOST || list.isEmpty()) {
      add();
    } else {
      list.remove(random.nextInt(list.size()));
      faults.count(Fault.CANDIDATE_LOST);
    }
  }

  private void add() {
    boolean isAtHome = random.nextBoolean();
    String key = "chore-" + made++;
    Candidate chore =
        Candidate.of(isAtHome ? "home" : "office", key, "Do " + key)
            .kind(String.valueOf(random.nextInt(Sight.KINDS)))
            .priority(1 + random.nextInt(4));
    (isAtHome ? home : office).add(chore);
  }
}
