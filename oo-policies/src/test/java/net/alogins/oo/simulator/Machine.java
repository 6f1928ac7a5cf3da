package net.alogins.oo.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.policy.Policy;

/** A computer with disks, on which one process after another runs a recommender. */
final class Machine {

  private static final int MOST_ATTEMPTS = 20;
  private static final int DAMAGED_ONE_IN = 4;
  private static final int MANY = 256;
  private static final int SELDOM = 4096;
  private static final int OFTEN = 15;
  private static final Duration SHORTEST = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Time time;
  private final Faults faults;
  private final Flaw flaw;
  private final Learner learner;
  private final Policy<?> policy;
  private final Chores chores;
  private final Errands errands;
  private final SplittableRandom random;
  private final SplittableRandom tips;
  private final int people;
  private final int rows;
  private final boolean isShortLived;
  private final Disk log = new Disk();
  private final Disk profiles = new Disk();
  private final Disk scores = new Disk();
  private final Disk states = new Disk();
  private final SimulatedScores.Acts acts = new SimulatedScores.Acts();
  private final Witness witness;
  private Power power;
  private Agenda agenda;
  private Stores stores = Stores.inMemory();
  private Optional<Recommender> recommender = Optional.empty();
  private int crashes;

  Machine(SplittableRandom seeds, Flaw flaw, Learner learner, Faults faults, Time time) {
    this.time = time;
    this.faults = faults;
    this.flaw = flaw;
    this.learner = learner;
    this.policy = learner.policy();
    this.random = seeds.split();
    this.tips = seeds.split();
    this.people = random.nextInt(5) > 0 ? MANY : 1 + random.nextInt(3);
    this.rows = random.nextInt(3) == 0 ? SELDOM : random.nextInt(OFTEN, 4 * OFTEN);
    this.isShortLived = random.nextInt(3) == 0;
    this.chores = new Chores(seeds.split(), faults);
    this.errands = new Errands(seeds.split(), faults);
    this.witness = new Witness(stores.log());
    this.power = new Power(faults);
    this.agenda = new Agenda(time);
  }

  /** How long rows are kept. */
  Duration retention() {
    return isShortLived ? SHORTEST : LONGEST;
  }

  /** The recommender of the process that runs. */
  Recommender recommender() {
    return recommender.orElseThrow();
  }

  Chores chores() {
    return chores;
  }

  Errands errands() {
    return errands;
  }

  Witness witness() {
    return witness;
  }

  Agenda agenda() {
    return agenda;
  }

  Stores stores() {
    return stores;
  }

  Policy<?> policy() {
    return policy;
  }

  int crashes() {
    return crashes;
  }

  /** Whether the process died. */
  boolean isDown() {
    return power.isCut();
  }

  /** Starts a process, as often as it takes. */
  void start() {
    int attempts = 1;
    while (!isStarted()) {
      Violation.unless(++attempts <= MOST_ATTEMPTS, "I1", "a recommender does not start");
    }
  }

  private boolean isStarted() {
    if (isDown()) {
      tear();
    }
    power = new Power(faults);
    agenda = new Agenda(time);
    try {
      open();
      recommender = Optional.of(build());
      return true;
    } catch (Crash | StagedFailure again) {
      return false;
    }
  }

  private void tear() {
    crashes++;
    for (Disk disk : new Disk[] {log, profiles, scores, states}) {
      disk.crash(random);
    }
    if (flaw == Flaw.LOSES_SYNCED_ROWS) {
      log.lose(random.nextInt(2_000));
    }
  }

  private void open() {
    boolean isCredulous = flaw == Flaw.APPLIES_TORN_RECORDS;
    witness.reopened(new SimulatedLog(new Journal(log, power, faults, isCredulous), flaw));
    SimulatedStates opened = new SimulatedStates(Journal.honest(states, power, faults), flaw);
    if (isDamaging()) {
      faults.calmly(() -> opened.damage(random).ifPresent(faults::count));
    }
    stores =
        new Stores(
            witness,
            new SimulatedProfiles(Journal.honest(profiles, power, faults)),
            new SimulatedScores(Journal.honest(scores, power, faults), acts),
            opened);
  }

  /** Not where a snapshot stands for rows that are gone: what is lost there is lost. */
  private boolean isDamaging() {
    return flaw == Flaw.NONE
        && !faults.isCalm()
        && !isShortLived
        && random.nextInt(DAMAGED_ONE_IN) == 0;
  }

  private Recommender build() {
    Builder builder = Recommender.from(chores.home(), chores.office()).choosingWith(policy);
    learner.shadows().forEach(builder::shadow);
    return builder
        .features(Sight.few())
        .stores(stores)
        .effect(errands)
        .clock(time.wall())
        .ticker(time::nanos)
        .randomness(tips)
        .peopleInMemory(people)
        .snapshotEvery(rows)
        .retention(retention())
        .executor(new SourceThread(time, chores))
        .scheduler(agenda)
        .build();
  }
}
