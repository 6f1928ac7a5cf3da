package net.alogins.oo.benchmarks.scale;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.benchmarks.Callers;
import net.alogins.oo.benchmarks.Scratch;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;

/**
 * A place on SQLite where more and more people live, and more and more happens. Each of them asks a
 * few times a day.
 */
final class Place implements AutoCloseable {

  private static final int CALLERS = 64;
  private static final int CHORES = 10;
  private static final int TIMES_A_DAY = 5;
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

  private final Scratch scratch = new Scratch();
  private final AtomicLong asked = new AtomicLong();
  private SqliteStores kept;
  private Recommender recommender;
  private long people = 1;

  Place() throws IOException {
    kept = stores();
    recommender = opened();
  }

  private SqliteStores stores() {
    return SqliteStores.open(scratch.path("oo.db"), new TenantId("place"));
  }

  private Recommender opened() {
    InstantSource now =
        () ->
            BEGIN.plus(
                Duration.ofDays(1).multipliedBy(asked.get()).dividedBy(TIMES_A_DAY * people));
    return Recommender.from(CandidateSource.immediate(context -> chores()))
        .choosingWith(Policies.standard())
        .stores(kept.stores())
        .clock(now.withZone(ZoneOffset.UTC))
        .build();
  }

  /** Nobody has ever seen them. */
  private List<Candidate> chores() {
    long first = asked.get() * CHORES;
    return LongStream.range(first, first + CHORES)
        .mapToObj(i -> Candidate.of("chores", "" + i, "Chore " + i))
        .toList();
  }

  private UserId somebody(SplittableRandom random) {
    return new UserId("person" + random.nextLong(people));
  }

  private TipId ask(UserId user) {
    asked.incrementAndGet();
    return recommender.tip(user).tip().orElseThrow().id();
  }

  /** One question of somebody, and the answer to it. */
  private void live(UserId user) {
    recommender.react(user, Reaction.done(ask(user)));
  }

  /** From now on so many live here, and all who are new have asked once. */
  void settle(long count) throws InterruptedException {
    long before = people == 1 ? 0 : people;
    people = count;
    Callers.call(
        CALLERS,
        CALLERS,
        caller -> {
          for (long i = before + caller; i < count; i += CALLERS) {
            live(new UserId("person" + i));
          }
        });
  }

  /** Lives go on until the log has so many rows. */
  void happen(long rows) throws InterruptedException {
    Callers.call(
        CALLERS,
        CALLERS,
        caller -> {
          SplittableRandom random = new SplittableRandom(rows + caller);
          while (2 * asked.get() < rows) {
            live(somebody(random));
          }
        });
  }

  /** A question and its answer, of anybody. */
  void liveOnce(SplittableRandom random) {
    live(somebody(random));
  }

  /** Closes everything and opens it again: how many microseconds until it can be asked. */
  double reopened() {
    recommender.close();
    kept.close();
    long begin = System.nanoTime();
    kept = stores();
    recommender = opened();
    return (double) (System.nanoTime() - begin) / 1000;
  }

  @Override
  public void close() throws IOException {
    recommender.close();
    kept.close();
    scratch.close();
  }
}
