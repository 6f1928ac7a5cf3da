package net.alogins.oo.policies;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;
import net.alogins.oo.tip.Tip;

/**
 * Many people who ask a recommender once, and a few regulars who ask again and answer at once. Each
 * question is about other candidates, 2 to 12 of them, some alike to the last bit.
 */
final class Crowd implements CandidateSource {

  private static final int REGULARS = 4;
  private static final int ONE_IN = 40;
  private static final int[] MINUTES = {5, 15, 45, 120};

  private final SplittableRandom random;
  private final ManualClock clock = ManualClock.at(SampleContexts.NOW);
  private int made;

  private Crowd(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Asks {@code questions} questions, and gives back everything that was logged. */
  static List<Recorded> ask(Policy<?> policy, long seed, int questions) {
    Crowd crowd = new Crowd(seed);
    Stores stores = Stores.inMemory();
    try (Recommender recommender =
        Recommender.from(crowd)
            .choosingWith(policy)
            .stores(stores)
            .clock(crowd.clock)
            .randomness(new SplittableRandom(~seed))
            .build()) {
      for (int i = 0; i < questions; i++) {
        crowd.ask(recommender, i);
      }
    }
    return stores.log().read(0, 2 * questions);
  }

  private void ask(Recommender recommender, int question) {
    clock.advance(Duration.ofSeconds(10));
    boolean isRegular = question % ONE_IN == 0;
    UserId user =
        new UserId(isRegular ? "regular " + question / ONE_IN % REGULARS : "guest " + question);
    Tip tip = recommender.tip(user).tip().orElseThrow();
    if (isRegular) {
      boolean done = random.nextDouble() < (tip.candidate().kind().equals("kind-1") ? 0.8 : 0.3);
      recommender.react(user, done ? Reaction.done(tip.id()) : Reaction.dismiss(tip.id()));
    }
  }

  @Override
  public List<Candidate> candidates(Context context) {
    List<Candidate> candidates = new ArrayList<>();
    int size = random.nextInt(2, 13);
    Candidate last = task();
    for (int i = 0; i < size; i++) {
      last = random.nextInt(3) == 0 ? twin(last) : task();
      candidates.add(last);
    }
    return candidates;
  }

  private Candidate task() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Candidate.of("crowd", "task-" + made++, "Task")
        .kind("kind-" + random.nextInt(4))
        .minutes(MINUTES[random.nextInt(MINUTES.length)])
        .priority(1 + random.nextInt(4))
        .due(today.plusDays(random.nextInt(-1, 9)));
  }

  private Candidate twin(Candidate other) {
    return Candidate.of("crowd", "task-" + made++, "Task")
        .kind(other.kind())
        .minutes(other.minutes().orElseThrow())
        .priority(other.priority().orElseThrow())
        .due(other.due().orElseThrow());
  }

  @Override
  public boolean isImmediate() {
    return true;
  }
}
