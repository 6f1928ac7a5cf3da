package net.alogins.oo.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.tip.Tip;

/** A recommender in a small world whose tasks, time and stores a test holds in its hands. */
final class House {

  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  static final UserId ADA = new UserId("ada");
  static final UserId BOB = new UserId("bob");

  final ManualClock clock = ManualClock.at(START);
  final Stores stores = Stores.inMemory();
  final List<Candidate> tasks = new ArrayList<>();

  House(String... keys) {
    for (String key : keys) {
      tasks.add(task(key));
    }
  }

  static Candidate task(String key) {
    return Candidate.of("house", key, "Do " + key);
  }

  /** A builder over this house; the first key scores best. */
  Builder builder() {
    return builder(ScriptedPolicy.scoring(Map.of("a", 3.0, "b", 2.0, "c", 1.0)));
  }

  Builder builder(Policy<?> policy) {
    return Recommender.from(CandidateSource.immediate(context -> List.copyOf(tasks)))
        .choosingWith(policy)
        .stores(stores)
        .clock(clock)
        .randomness(new SplittableRandom(7));
  }

  static Tip tip(Recommender recommender) {
    return recommender.tip(ADA).tip().orElseThrow();
  }

  static long count(Recommender recommender, String counter) {
    return recommender.status().counters().getOrDefault(counter, -1L);
  }
}
