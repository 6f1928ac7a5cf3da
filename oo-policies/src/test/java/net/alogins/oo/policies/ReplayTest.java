package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was learned is a function of the facts. */
class ReplayTest {

  private static final int STEPS = 200;
  private static final int BLOCK = 16;

  static Stream<Policy<?>> policies() {
    return Stream.of(Policies.standard(), Policies.epsilonGreedy(0.1));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void the_same_facts_give_the_same_bits_in_batches_of_any_size(Policy<?> policy) {
    for (int seed = 1; seed <= 2; seed++) {
      Village village = Village.doubting(policy, seed, STEPS);
      List<Event> facts = village.facts();
      for (int size : new int[] {1, 7, 256}) {
        assertThat(followed(policy, facts, size))
            .as("in batches of %d", size)
            .isEqualTo(village.stateHash());
      }
      assertThat(hash(policy, stores(facts))).as("rebuilt").isEqualTo(village.stateHash());
    }
  }

  /** What a recommender learns that is there while the facts come in. */
  private static String followed(Policy<?> policy, List<Event> facts, int size) {
    Stores stores = Stores.inMemory();
    try (Recommender recommender = recommender(policy, stores)) {
      for (int from = 0; from < facts.size(); from += size) {
        stores.log().append(facts.subList(from, Math.min(facts.size(), from + size)));
      }
      return recommender.status().stateHash();
    }
  }

  private static Stores stores(List<Event> facts) {
    Stores stores = Stores.inMemory();
    stores.log().append(facts);
    return stores;
  }

  private static String hash(Policy<?> policy, Stores stores) {
    try (Recommender recommender = recommender(policy, stores)) {
      return recommender.status().stateHash();
    }
  }

  private static Recommender recommender(Policy<?> policy, Stores stores) {
    ManualClock later = ManualClock.at(SampleContexts.NOW.plus(Duration.ofDays(1_000)));
    CandidateSource source = CandidateSource.immediate(context -> probes());
    Builder builder =
        Recommender.from(source).choosingWith(policy).randomness(new SplittableRandom(11));
    return Village.recommender(builder, stores, later);
  }

  private static List<Candidate> probes() {
    return IntStream.range(0, 12)
        .mapToObj(
            i ->
                Candidate.of("probe", "task-" + i, "Task")
                    .kind("kind-" + i % 4)
                    .minutes(5 + 20 * i)
                    .priority(1 + i % 4))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void a_change_of_mind_equals_having_known_it_from_the_start(Policy<?> policy) {
    for (int seed = 3; seed <= 4; seed++) {
      List<Event> facts = Village.trusting(policy, seed, STEPS).facts();
      List<Event> known = knownFromTheStart(facts);
      assertThat(known).hasSizeLessThan(facts.size());

      assertSameScores(policy, facts, known);
    }
  }

  /** Every decision at once followed by all that holds of it, what decides the reward first. */
  private static List<Event> knownFromTheStart(List<Event> facts) {
    Map<TipId, List<Event>> about = new HashMap<>();
    facts.forEach(fact -> about.computeIfAbsent(tip(fact), tip -> new ArrayList<>()).add(fact));
    List<Event> known = new ArrayList<>();
    for (Event fact : facts) {
      if (fact instanceof Decided decided) {
        known.add(decided);
        known.addAll(Final.of(decided, about.get(decided.tip())));
      }
    }
    return known;
  }

  private static TipId tip(Event fact) {
    return fact.about().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void another_order_of_the_facts_is_no_other_state(Policy<?> policy) {
    for (int seed = 5; seed <= 6; seed++) {
      List<Event> facts = Village.trusting(policy, seed, STEPS).facts();
      List<Event> shuffled = shuffled(facts, new Random(seed));
      assertThat(shuffled).isNotEqualTo(facts).containsExactlyInAnyOrderElementsOf(facts);

      assertThat(counters(policy, shuffled)).isEqualTo(counters(policy, facts));
      assertSameScores(policy, facts, shuffled);
    }
  }

  /** Facts change places with their neighbours, but none comes before its decision. */
  private static List<Event> shuffled(List<Event> facts, Random random) {
    List<Event> all = new ArrayList<>();
    for (int from = 0; from < facts.size(); from += BLOCK) {
      List<Event> block =
          new ArrayList<>(facts.subList(from, Math.min(facts.size(), from + BLOCK)));
      List<Event> decisions = block.stream().filter(Decided.class::isInstance).toList();
      Set<TipId> fresh = new HashSet<>(decisions.stream().map(ReplayTest::tip).toList());
      block.removeAll(decisions);
      Collections.shuffle(block, random);
      block.stream().filter(fact -> !fresh.contains(tip(fact))).forEach(all::add);
      all.addAll(decisions);
      block.stream().filter(fact -> fresh.contains(tip(fact))).forEach(all::add);
    }
    return all;
  }

  private static Map<String, Long> counters(Policy<?> policy, List<Event> facts) {
    try (Recommender recommender = recommender(policy, stores(facts))) {
      return recommender.status().counters();
    }
  }

  private static void assertSameScores(Policy<?> policy, List<Event> some, List<Event> others) {
    assertThat(some).anyMatch(Retracted.class::isInstance);
    List<Double> one = scores(policy, some);
    List<Double> other = scores(policy, others);
    assertThat(one).hasSameSizeAs(other);
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i)).isCloseTo(other.get(i), Offset.offset(1e-9));
    }
  }

  /** How the probes score for everybody. */
  private static List<Double> scores(Policy<?> policy, List<Event> facts) {
    Stores stores = stores(facts);
    List<Double> scores = new ArrayList<>();
    try (Recommender recommender = recommender(policy, stores)) {
      for (UserId user : Village.PEOPLE) {
        recommender.tip(user);
        Recorded row = stores.log().decisions(user, Long.MAX_VALUE, 1).get(0);
        Decided.Slate slate = ((Decided) row.event()).slate();
        IntStream.range(0, slate.size()).forEach(i -> scores.add(slate.scores().get(i)));
      }
    }
    assertThat(scores).hasSize(Village.PEOPLE.size() * probes().size());
    return scores;
  }
}
