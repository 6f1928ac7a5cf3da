package net.alogins.oo.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.alogins.oo.Status;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.DeadLetter;
import net.alogins.oo.simulator.Fault.Place;
import net.alogins.oo.tip.Replay;

/**
 * One life of a recommender, as a seed has it: a few people ask, answer, change their minds and
 * what they allow; posts are late, clocks are wrong, disks fail and processes die.
 *
 * <p>Everything happens on one thread and derives from the seed alone.
 */
final class Simulation {

  private static final int FEWEST_OPERATIONS = 200;
  private static final int FEWEST_CRASHES = 2;
  private static final int MOST_STEPS = 5_000;
  private static final int OF_SNAPSHOTS_ONE_IN = 8;
  private static final List<Fault> OF_SNAPSHOTS = at(Place.SNAPSHOT);
  private static final List<Fault> OF_THE_LOG =
      Stream.concat(at(Place.COMMIT).stream(), at(Place.READ).stream()).toList();

  private final long seed;
  private final SplittableRandom schedule;
  private final Stage stage;
  private final Household household;
  private final Reordered reordered;

  Simulation(long seed, Flaw flaw, Alarms alarms, Trace trace) {
    this.seed = seed;
    Seeds seeds = new Seeds(seed);
    schedule = seeds.next();
    stage = new Stage(seeds, flaw, alarms, trace);
    household = new Household(stage, seeds);
    reordered = new Reordered(seeds.next(), stage.learner());
  }

  private static List<Fault> at(Place place) {
    return Arrays.stream(Fault.values()).filter(fault -> fault.place() == place).toList();
  }

  /** What came of it. */
  record Result(long operations, long crashes, Map<Fault, Long> faults, long hash) {}

  /** Lives it, and throws a violation that says how to see it again. */
  Result run() {
    try {
      live();
      finish();
    } catch (Violation | RuntimeException violation) {
      throw new Violation(
          ("seed %d, step %d: %s%n"
                  + "  again: mvn -pl oo-policies test -Dtest=SimulationTest -Doo.seed=%d")
              .formatted(seed, stage.step(), violation.getMessage(), seed),
          violation);
    }
    return new Result(
        stage.operations(), stage.machine().crashes(), stage.faults().counts(), stage.hash());
  }

  private void live() {
    stage.machine().start();
    while (stage.operations() < FEWEST_OPERATIONS || stage.machine().crashes() < FEWEST_CRASHES) {
      Violation.unless(stage.nextStep() <= MOST_STEPS, "I1", "a life must end");
      stage.time().elapse(Duration.ofMillis(schedule.nextInt(1, 600_000)));
      move(Move.any(schedule));
    }
  }

  private void move(Move move) {
    switch (move) {
      case ASK -> household.ask();
      case ARRIVE -> household.arrive();
      case LOOK -> household.look();
      case CONSENT -> household.consent();
      case PREFER -> household.prefer();
      case FOREIGN_TIP -> household.meddle();
      case FLOOD -> household.flood();
      case CHORES -> stage.machine().chores().change();
      case BEHIND_THE_PATH -> stage.perform("behind", this::behind);
      case JUMP -> jump();
      case SET_BACK -> setBack();
      case ARM -> arm();
      case REBUILD -> stage.perform("rebuilds", this::rebuild);
      case REPLAY -> replay();
      case REDRIVE -> redrive();
      case RESTART -> restart();
      case CLOSE -> close();
      case CHECK -> stage.settle();
    }
  }

  private Object behind() {
    stage.machine().agenda().runDue();
    return "done";
  }

  private void jump() {
    stage.faults().count(Fault.CLOCK_JUMPED);
    boolean isFar = schedule.nextInt(5) == 0;
    int most = stage.machine().retention().toDays() < 100 ? 1_000 : 240;
    stage
        .time()
        .elapse(Duration.ofHours(isFar ? schedule.nextInt(24, most) : schedule.nextInt(1, 30)));
  }

  private void setBack() {
    stage.faults().count(Fault.CLOCK_SET_BACK);
    stage.time().step(Duration.ofSeconds(-schedule.nextInt(1, 5_000)));
  }

  /** A fault is about to strike; one of snapshots does so at once. */
  private void arm() {
    if (stage.faults().isArmed()) {
      return;
    }
    if (schedule.nextInt(OF_SNAPSHOTS_ONE_IN) == 0) {
      stage.faults().arm(OF_SNAPSHOTS.get(schedule.nextInt(OF_SNAPSHOTS.size())), 0);
      stage.perform("rebuilds", this::rebuild);
    } else {
      Fault fault = OF_THE_LOG.get(schedule.nextInt(OF_THE_LOG.size()));
      stage.faults().arm(fault, schedule.nextInt(4));
    }
  }

  /** Learning everything again changes nothing. */
  private Object rebuild() {
    stage.faults().count(Fault.REBUILT);
    Status before = stage.recommender().status();
    Status after = stage.recommender().rebuild();
    Violation.unless(after.seq() >= before.seq(), "I5", "a rebuild lost rows");
    if (after.seq() == before.seq()) {
      Checks.same(before, after, "a rebuild");
    }
    return "row " + after.seq();
  }

  /** A decision can be made again, bit for bit. */
  private void replay() {
    UserId user = stage.people().get(schedule.nextInt(stage.people().size()));
    household.tipOf(user).ifPresent(tip -> stage.perform("replay", () -> replay(user, tip)));
  }

  private Object replay(UserId user, TipId tip) {
    Optional<Replay> replay = stage.recommender().replay(user, tip);
    boolean isDifferent = replay.filter(Replay.Different.class::isInstance).isPresent();
    Violation.unless(!isDifferent, "I8", "%s of %s", replay, tip);
    boolean isIdentical = replay.filter(Replay.Identical.class::isInstance).isPresent();
    boolean isWhole = stage.checks().trimmed() == 0;
    Violation.unless(isIdentical || !isWhole, "I5", "%s of %s", replay, tip);
    return isIdentical;
  }

  /** What could not be learned is tried again. */
  private void redrive() {
    List<DeadLetter> letters = stage.recommender().deadLetters();
    if (letters.isEmpty()) {
      return;
    }
    stage.faults().count(Fault.DEAD_LETTER);
    DeadLetter letter = letters.get(schedule.nextInt(letters.size()));
    stage.perform(
        "redrive " + Trace.name(letter.tip()),
        () -> stage.recommender().redrive(letter.user(), letter.tip()));
  }

  private void restart() {
    stage.faults().count(Fault.RESTARTED);
    stage.restart();
  }

  /** After a close nothing is done any more, not even what was begun. */
  private void close() {
    stage.faults().count(Fault.CLOSED_IN_THE_MIDDLE);
    stage.recommender().close();
    stage.faults().calmly(this::requireClosed);
    stage.start("closed", stage.checks()::started);
  }

  private void requireClosed() {
    int rows = stage.machine().witness().rows().size();
    try {
      stage.recommender().tip(stage.people().get(0));
      throw new Violation("I15", "a closed recommender gave a tip");
    } catch (IllegalStateException closed) {
      stage.time().elapse(Duration.ofDays(2));
      stage.machine().agenda().runDue();
    }
    int later = stage.machine().witness().rows().size();
    Violation.unless(later == rows, "I15", "%d rows after close", later - rows);
  }

  /** Everything that is on its way arrives, every window closes, and nothing goes wrong. */
  private void finish() {
    stage.faults().calmly(household::sayTheRest);
    stage.time().elapse(Duration.ofDays(9));
    stage.settle();
    stage
        .faults()
        .calmly(
            () -> {
              Witness witness = stage.machine().witness();
              Witness.byIdentity(witness.rows());
              if (stage.learner().isShadowed()) {
                stage.checks().replayed();
              }
              Status status = stage.recommender().status();
              reordered.check(witness.history(), status);
              stage.say(status.stateHash() + " " + status.counters());
            });
  }
}
