package net.alogins.oo.simulator;

import java.util.List;
import java.util.function.Supplier;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.id.UserId;

/**
 * Where a life is lived: things are asked of the recommender that runs, fail as staged or not at
 * all, and are followed by a new start when the process died of them.
 */
final class Stage {

  private final Time time = new Time();
  private final Faults faults = new Faults();
  private final Claims claims = new Claims();
  private final Learner learner;
  private final Machine machine;
  private final Checks checks;
  private final Alarms alarms;
  private final Trace trace;
  private final List<UserId> people;
  private int step;
  private int operations;

  Stage(Seeds seeds, Flaw flaw, Alarms alarms, Trace trace) {
    this.alarms = alarms;
    this.trace = trace;
    alarms.forget();
    people = seeds.people();
    learner = Learner.of(seeds.seed());
    machine = new Machine(seeds.next(), flaw, learner, faults, time);
    checks = new Checks(machine, claims, time, faults, learner);
  }

  Time time() {
    return time;
  }

  Faults faults() {
    return faults;
  }

  Claims claims() {
    return claims;
  }

  Learner learner() {
    return learner;
  }

  Machine machine() {
    return machine;
  }

  Checks checks() {
    return checks;
  }

  List<UserId> people() {
    return people;
  }

  Recommender recommender() {
    return machine.recommender();
  }

  int operations() {
    return operations;
  }

  int step() {
    return step;
  }

  /** The next step of the schedule. */
  int nextStep() {
    return ++step;
  }

  void say(String line) {
    trace.say(step + " " + time.sinceStart() + " " + line);
  }

  /** Something is asked of the recommender, which may fail as staged, and in no other way. */
  void perform(String what, Supplier<Object> operation) {
    operations++;
    say(what + ": " + outcome(operation));
    alarms.check(faults, learner);
    checks.forget();
    if (machine.isDown()) {
      start("crashed", checks::recovered);
    } else if (machine.witness().isInDoubt()) {
      faults.calmly(machine.witness()::rows);
    }
  }

  private static String outcome(Supplier<Object> operation) {
    try {
      return String.valueOf(operation.get());
    } catch (Crash | StagedFailure staged) {
      return String.valueOf(staged.getMessage());
    }
  }

  /** Closes the recommender, and starts another that is to be the same. */
  void restart() {
    operations++;
    faults.calmly(
        () -> {
          Status before = checks.quiet();
          recommender().close();
          start("restarted", () -> sameAs(before));
        });
  }

  /** Only what the log gained since can make a difference. */
  private void sameAs(Status before) {
    Status after = checks.started();
    if (after.seq() == before.seq()) {
      Checks.same(before, after, "the one before the restart");
    }
  }

  /** Starts a recommender, after which {@code check} passes. */
  void start(String why, Runnable check) {
    machine.start();
    claims.restarted();
    faults.calmly(check);
    alarms.check(faults, learner);
    say(why + ", again at row " + machine.witness().last());
  }

  /** Everything behind the path is done, and everything holds. */
  void settle() {
    faults.calmly(() -> checks.settled(people));
  }

  /** The trace's hash. */
  long hash() {
    return trace.hash();
  }
}
