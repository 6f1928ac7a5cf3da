package net.alogins.oo.benchmarks.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.benchmarks.Callers;
import net.alogins.oo.benchmarks.Scratch;
import net.alogins.oo.benchmarks.Sorted;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;

/**
 * A place on SQLite where more and more people live, and more and more happens. Each of them asks a
 * few times a day, and answers. The past is made in haste; what is measured is as usual.
 */
final class Place implements AutoCloseable {

  private static final int CALLERS = 4;
  private static final int GROUP = 1 << 15;
  private static final int CHORES = 10;
  private static final int TIMES_A_DAY = 3;
  private static final int MOST_STARTS = 5;
  private static final int COLLECTIONS = 3;
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
  private static final Duration NO_END = Duration.ofDays(36_500);
  private static final long SCATTERED = 0x9E3779B97F4A7C15L;

  private final Scratch scratch = new Scratch();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();
  private final SplittableRandom random = new SplittableRandom(5);
  private volatile long people;

  /** Nothing has happened yet; so many live here, of whom nobody has asked. */
  Place(long people) throws IOException {
    this.people = people;
  }

  /**
   * What it costs, in microseconds, where times are.
   *
   * @param question of anybody
   * @param answer to it
   * @param start from the file to a recommender that can be asked
   * @param bytes in the heap, after garbage was collected
   */
  record Cost(Sorted question, Sorted answer, Sorted start, double bytes) {}

  private Path file() {
    return scratch.path("oo.db");
  }

  private Builder builder() {
    InstantSource now = () -> BEGIN.plusNanos(nanos.get());
    return Recommender.from(CandidateSource.immediate(context -> chores()))
        .choosingWith(Policies.standard())
        .retention(NO_END)
        .clock(now.withZone(ZoneOffset.UTC));
  }

  /** Nobody has ever seen them. */
  private List<Candidate> chores() {
    long first = asked.get() * CHORES;
    return LongStream.range(first, first + CHORES)
        .mapToObj(i -> Candidate.of("chores", "" + i, "Chore " + i))
        .toList();
  }

  /** Names do not come in the order of the alphabet. */
  private static UserId person(long index) {
    return new UserId("person-" + Long.toHexString(index * SCATTERED));
  }

  private UserId somebody() {
    return person(random.nextLong(people));
  }

  /** Nobody is of two callers. */
  private UserId somebody(SplittableRandom chance, int caller) {
    return person(chance.nextLong(people / CALLERS) * CALLERS + caller);
  }

  private TipId ask(Recommender recommender, UserId user) {
    asked.incrementAndGet();
    nanos.addAndGet(Duration.ofDays(1).toNanos() / (TIMES_A_DAY * people));
    return recommender.tip(user).tip().orElseThrow().id();
  }

  /** One question of somebody, and the answer to it. */
  private void live(Recommender recommender, UserId user) {
    recommender.react(user, Reaction.done(ask(recommender, user)));
  }

  /**
   * From now on so many live here, and all who are new have asked once. They come in groups, so
   * that whoever is saved is still in memory.
   */
  void settle(long count) throws InterruptedException {
    long before = people;
    people = count;
    hurry(
        hasty -> {
          for (long first = before; first < count; first += GROUP) {
            settle(hasty, first, Math.min(count, first + GROUP));
            hasty.rest();
          }
        });
  }

  private void settle(Running hasty, long first, long end) throws InterruptedException {
    Callers.call(
        CALLERS,
        CALLERS,
        caller -> {
          for (long i = first + caller; i < end; i += CALLERS) {
            UserId stranger = person(i);
            hasty.meeting(stranger, () -> live(hasty.recommender(), stranger));
          }
        });
  }

  /** Lives go on until the log has so many rows. */
  void happen(long rows) throws InterruptedException {
    hurry(
        hasty ->
            Callers.call(
                CALLERS,
                CALLERS,
                caller -> {
                  SplittableRandom chance = new SplittableRandom(rows + caller);
                  while (2 * asked.get() < rows) {
                    live(hasty.recommender(), somebody(chance, caller));
                  }
                }));
  }

  /** What happens in haste. */
  private interface Past {
    void make(Running hasty) throws InterruptedException;
  }

  /** The next start in haste leaves a snapshot, if there was much that it had to learn. */
  private void hurry(Past past) throws InterruptedException {
    try (Running hasty = Running.hasty(file(), builder())) {
      past.make(hasty);
    }
    Running.hasty(file(), builder()).close();
  }

  /** What so many questions and their answers cost, one after the other, after as many others. */
  Cost cost(int times) {
    Running.usual(file(), builder()).close();
    List<Double> starts = new ArrayList<>();
    while (starts.size() < Math.min(MOST_STARTS, times) - 1) {
      start(starts).close();
    }
    try (Running usual = start(starts)) {
      Recommender recommender = usual.recommender();
      List<Double> questions = new ArrayList<>();
      List<Double> answers = new ArrayList<>();
      LongStream.range(0, times).forEach(i -> live(recommender, somebody()));
      LongStream.range(0, times).forEach(i -> live(recommender, questions, answers));
      usual.rest();
      return new Cost(Sorted.of(questions), Sorted.of(answers), Sorted.of(starts), bytes());
    }
  }

  private void live(Recommender recommender, List<Double> questions, List<Double> answers) {
    UserId user = somebody();
    long begin = System.nanoTime();
    TipId tip = ask(recommender, user);
    questions.add(micros(begin));
    begin = System.nanoTime();
    recommender.react(user, Reaction.done(tip));
    answers.add(micros(begin));
  }

  private Running start(List<Double> starts) {
    long begin = System.nanoTime();
    Running usual = Running.usual(file(), builder());
    starts.add(micros(begin));
    return usual;
  }

  private static double micros(long begin) {
    return (double) (System.nanoTime() - begin) / 1000;
  }

  private static double bytes() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return (double) ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() throws IOException {
    scratch.close();
  }
}
