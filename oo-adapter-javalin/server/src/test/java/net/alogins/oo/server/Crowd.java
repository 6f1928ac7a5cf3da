package net.alogins.oo.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;

/**
 * Many people who react to tips for a month, after twelve days in which what is bounded fills up,
 * and what is alive of it in memory after collections in between.
 */
final class Crowd {

  private static final int CALLERS = 16;
  private static final int REACTIONS_OF_ONE = 200;
  private static final int SITTING = 8;
  private static final int CHORES = 4;
  private static final int ROUNDS = 20;
  private static final int ROUNDS_BEFORE = 8;
  private static final int COLLECTIONS = 20;
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private final int reactions;
  private final int people;
  private final AtomicLong made = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();

  private Crowd(int reactions) {
    this.reactions = reactions;
    this.people = Math.max(1, reactions / REACTIONS_OF_ONE);
  }

  /** Arguments: how many reactions, and a file; prints MiB at first, and MiB per million. */
  public static void main(String[] arguments) throws Exception {
    Crowd crowd = new Crowd(Integer.parseInt(arguments[0]));
    try (SqliteStores kept = SqliteStores.open(Path.of(arguments[1]), new TenantId("crowd"));
        Recommender recommender =
            Recommender.from(CandidateSource.immediate(context -> crowd.chores()))
                .choosingWith(Policies.standard())
                .stores(kept.stores())
                .clock(crowd.clock())
                .build()) {
      crowd.live(recommender);
    }
  }

  /** Some that come back, and some that nobody has ever seen. */
  private List<Candidate> chores() {
    long fresh = asked.getAndIncrement() * CHORES;
    return IntStream.range(0, 2 * CHORES)
        .mapToObj(i -> i < CHORES ? "" + i : "once " + (fresh + i))
        .map(name -> Candidate.of("chores", name, "Chore " + name))
        .toList();
  }

  /** The month goes by as they react. */
  private Clock clock() {
    InstantSource now =
        () -> BEGIN.plusMillis(Math.multiplyExact(made.get(), MONTH.toMillis()) / reactions);
    return now.withZone(ZoneOffset.UTC);
  }

  private void live(Recommender recommender) throws Exception {
    double[] mebibytes = new double[ROUNDS];
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      for (int round = -ROUNDS_BEFORE; round < ROUNDS; round++) {
        react(recommender, callers, (long) reactions * (ROUNDS_BEFORE + round + 1) / ROUNDS);
        if (round >= 0) {
          mebibytes[round] = aliveAtRest();
        }
      }
    } finally {
      callers.shutdownNow();
    }
    System.out.println(mebibytes[0] + " " + slope(mebibytes));
  }

  private void react(Recommender recommender, ExecutorService callers, long until)
      throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      SplittableRandom random = new SplittableRandom(until * CALLERS + caller);
      all.add(() -> react(recommender, random, until));
    }
    for (Future<Boolean> done : callers.invokeAll(all)) {
      done.get();
    }
  }

  /** One person after another sits down for some tips, and reacts to each. */
  private boolean react(Recommender recommender, SplittableRandom random, long until) {
    while (made.get() < until) {
      double share = random.nextDouble();
      UserId user = new UserId("person " + (int) (people * share * share * share));
      for (int i = 0; i < SITTING; i++) {
        TipId tip = recommender.tip(user).tip().orElseThrow().id();
        recommender.react(user, random.nextInt(3) > 0 ? Reaction.done(tip) : Reaction.dismiss(tip));
        made.getAndIncrement();
      }
    }
    return true;
  }

  /** The least of some collections: a snapshot that is being written does not stay. */
  private double aliveAtRest() throws InterruptedException {
    double least = alive();
    for (int i = 1; i < COLLECTIONS; i++) {
      Thread.sleep(Math.min(500, reactions / 2_000));
      least = Math.min(least, alive());
    }
    return least;
  }

  private static double alive() {
    System.gc();
    System.gc();
    Runtime memory = Runtime.getRuntime();
    return (memory.totalMemory() - memory.freeMemory()) / (double) (1 << 20);
  }

  /** By least squares over the rounds. */
  private double slope(double[] mebibytes) {
    double mean = Arrays.stream(mebibytes).average().orElseThrow();
    double middle = (ROUNDS - 1) / 2.0;
    double above = 0;
    double below = 0;
    for (int i = 0; i < ROUNDS; i++) {
      above += (i - middle) * (mebibytes[i] - mean);
      below += (i - middle) * (i - middle);
    }
    return above / below * ROUNDS / (reactions / 1e6);
  }
}
