package net.alogins.oo.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.tip.Tip;

/**
 * A person with a habit that a recommender can discover: of eight open tasks half are short; a
 * short one in the morning or a long one in the evening is done with probability 0.8, any other
 * with 0.15, else it is ignored; a done task is replaced by a new one of its kind. They ask twice a
 * day.
 *
 * <p>Everything is drawn from the seed: the tasks from one stream, the answer to the n-th question
 * from another, so that two policies live in the same world.
 */
public final class ScriptedUser implements CandidateSource {

  private static final int TASKS = 8;
  private static final double LIKELY = 0.8;
  private static final double UNLIKELY = 0.15;
  private static final int SHORT_MINUTES = 10;
  private static final int LONG_MINUTES = 120;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final LocalTime EVENING = LocalTime.of(19, 30);

  private final UserId id = new UserId("scripted");
  private final SplittableRandom tasks;
  private final SplittableRandom answers;
  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final List<Candidate> open = new ArrayList<>();
  private int made;

  private ScriptedUser(long seed) {
    this.tasks = new SplittableRandom(seed);
    this.answers = new SplittableRandom(~seed);
    for (int i = 0; i < TASKS; i++) {
      open.add(task(i % 2 == 0, FIRST_DAY));
    }
  }

  /** Lets the person of {@code seed} live with {@code policy}: whether each decision was done. */
  public static List<Boolean> live(long seed, Policy<?> policy, int decisions) {
    ScriptedUser user = new ScriptedUser(seed);
    List<Boolean> done = new ArrayList<>();
    try (Recommender recommender =
        Recommender.from(user)
            .choosingWith(policy)
            .stores(Stores.inMemory())
            .clock(user.clock)
            .randomness(new SplittableRandom(seed + 1))
            .build()) {
      for (int i = 0; i < decisions; i++) {
        done.add(user.ask(recommender, i));
      }
    }
    return List.copyOf(done);
  }

  @Override
  public List<Candidate> candidates(Context context) {
    return List.copyOf(open);
  }

  @Override
  public boolean isImmediate() {
    return true;
  }

  private boolean ask(Recommender recommender, int question) {
    LocalDate day = FIRST_DAY.plusDays(question / 2);
    boolean morning = question % 2 == 0;
    clock.set(day.atTime(morning ? MORNING : EVENING).toInstant(ZoneOffset.UTC));
    Tip tip = recommender.tip(id).tip().orElseThrow();
    boolean isShort = tip.candidate().minutes().orElseThrow() == SHORT_MINUTES;
    boolean done = answers.nextDouble() < (isShort == morning ? LIKELY : UNLIKELY);
    if (done) {
      clock.advance(Duration.ofMinutes(1));
      recommender.react(id, Reaction.done(tip.id()));
      replace(tip.candidate().id(), isShort, day);
    }
    return done;
  }

  private void replace(CandidateId old, boolean isShort, LocalDate day) {
    open.removeIf(candidate -> candidate.id().equals(old));
    open.add(task(isShort, day));
  }

  private Candidate task(boolean isShort, LocalDate day) {
    String key = "task-" + made++;
    return Candidate.of("scripted", key, key)
        .minutes(isShort ? SHORT_MINUTES : LONG_MINUTES)
        .created(day)
        .due(day.plusDays(tasks.nextInt(-1, 20)))
        .priority(1 + tasks.nextInt(4));
  }
}
