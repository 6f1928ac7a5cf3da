package net.alogins.oo.benchmarks.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;

/** What a server keeps of people who do easy things in 8 of 10 cases, and hard ones in 3. */
final class HomeLog {

  static final double EASY = .8;
  static final double HARD = .3;

  private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration BETWEEN = Duration.ofHours(2);

  private static final int MOST = 100_000;

  private HomeLog() {}

  /** So many tips of each of so many people in {@code folder}; the first does not allow a model. */
  static void write(Path folder, int people, int tips) {
    SplittableRandom random = new SplittableRandom(7);
    ManualClock clock = ManualClock.at(BEGIN);
    AtomicReference<Candidate> task = new AtomicReference<>();
    CandidateSource one = CandidateSource.immediate(context -> List.of(task.get()));
    Stores stores = Stores.inMemory();
    try (Recommender recommender =
        Recommender.from(CandidateSource.named("tasks", one))
            .choosingWith(Policies.named("uniform"))
            .stores(stores)
            .clock(clock)
            .build()) {
      for (int person = 0; person < people; person++) {
        UserId user = new UserId("person-" + person + "@example.org");
        if (person > 0) {
          recommender.profiles().consent(user, Consents.standard().and(Purpose.LLM));
        }
        for (int i = 0; i < tips; i++) {
          boolean isEasy = random.nextBoolean();
          String title = (isEasy ? "Easy" : "Hard") + " thing, tell ada@example.org " + i;
          task.set(Candidate.of("tasks", "t" + i, title).minutes(10));
          var tip = recommender.tip(user).tip().orElseThrow();
          boolean isDone = random.nextDouble() < (isEasy ? EASY : HARD);
          recommender.react(user, isDone ? Reaction.done(tip.id()) : Reaction.dismiss(tip.id()));
          clock.advance(BETWEEN);
        }
      }
    }
    try (SqliteStores kept = SqliteStores.open(folder.resolve("oo.db"), new TenantId("home"))) {
      kept.stores().log().append(stores.log().read(0, MOST).stream().map(Recorded::event).toList());
    }
  }
}
