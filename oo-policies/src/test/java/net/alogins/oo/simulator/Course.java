package net.alogins.oo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.simulator.Deliveries.Delivery;
import net.alogins.oo.simulator.Deliveries.Role;
import net.alogins.oo.testkit.SampleContexts;

/**
 * What happens to one pair of stores: decisions, deliveries, and restarts of the recommender that
 * they outlive.
 */
final class Course implements AutoCloseable {

  private static final int PAGE = 1_000;
  private static final int PROBES = 8;
  private static final int TICK_ONE_IN = 50;
  private static final Instant MUCH_LATER = SampleContexts.NOW.plus(Duration.ofDays(1_000));

  private final Supplier<Policy<?>> policies;
  private final Time time = new Time();
  private final Stores stores = Stores.inMemory();
  private final SplittableRandom random = new SplittableRandom(41);
  private final Map<Role, Map<Receipt, Integer>> receipts = new EnumMap<>(Role.class);
  private Policy<?> policy;
  private Agenda agenda;
  private Recommender recommender;
  private int restarts;
  private long repeated;
  private long conflicting;

  /** One that begins with {@code facts}. */
  Course(Supplier<Policy<?>> policies, List<Event> facts) {
    this.policies = policies;
    this.policy = policies.get();
    this.agenda = new Agenda(time);
    stores.log().append(facts);
    this.recommender = build();
  }

  private Recommender build() {
    policy = policies.get();
    agenda = new Agenda(time);
    return Recommender.from(CandidateSource.immediate(context -> chores()))
        .choosingWith(policy)
        .features(Sight.few())
        .stores(stores)
        .clock(time.wall())
        .ticker(time::nanos)
        .randomness(random)
        .executor(new Agenda(time))
        .scheduler(agenda)
        .build();
  }

  private List<Candidate> chores() {
    return IntStream.range(0, PROBES)
        .mapToObj(
            i ->
                Candidate.of("house", "chore-" + i, "Chore")
                    .kind(String.valueOf(i % Sight.KINDS))
                    .priority(1 + i % 4))
        .toList();
  }

  /** Everybody asks {@code times} times, each time after the last tip has expired. */
  void ask(List<UserId> people, int times) {
    for (int i = 0; i < times; i++) {
      for (UserId user : people) {
        time.elapse(Duration.ofMillis(7));
        recommender.tip(user);
      }
      time.elapse(Duration.ofHours(4));
    }
  }

  /** Delivers in order, and restarts the recommender {@code times} times on the way. */
  void deliver(List<Delivery> deliveries, int times) {
    int every = deliveries.size() / (times + 1) + 1;
    for (int i = 0; i < deliveries.size(); i++) {
      Delivery delivery = deliveries.get(i);
      time.elapse(Duration.between(time.now(), Instant.ofEpochMilli(delivery.at())));
      Receipt receipt = recommender.react(delivery.user(), delivery.reaction());
      receipts
          .computeIfAbsent(delivery.role(), role -> new EnumMap<>(Receipt.class))
          .merge(receipt, 1, Integer::sum);
      if (random.nextInt(TICK_ONE_IN) == 0) {
        agenda.runDue();
      }
      if (i % every == every - 1) {
        restart();
      }
    }
  }

  private void restart() {
    Status before = status();
    repeated += before.counters().getOrDefault("reactions.repeated", 0L);
    conflicting += before.counters().getOrDefault("reactions.conflict", 0L);
    recommender.close();
    recommender = build();
    restarts++;
    Checks.same(before, status(), "the one before the restart");
  }

  Status status() {
    return recommender.status();
  }

  /** The policy of the recommender that runs. */
  Policy<?> policy() {
    return policy;
  }

  int restarts() {
    return restarts;
  }

  /** How many answers were told before, over all restarts. */
  long repeated() {
    return repeated + status().counters().getOrDefault("reactions.repeated", 0L);
  }

  /** How many answers were in conflict, over all restarts. */
  long conflicting() {
    return conflicting + status().counters().getOrDefault("reactions.conflict", 0L);
  }

  /** What deliveries of {@code role} were told. */
  Map<Receipt, Integer> receipts(Role role) {
    return receipts.getOrDefault(role, Map.of());
  }

  Instant now() {
    return time.now();
  }

  /** Lets time pass until every window has closed. */
  void settle() {
    time.elapse(Duration.ofDays(2));
    for (int tick = 0; tick < 2; tick++) {
      time.elapse(Duration.ofMinutes(1));
      agenda.runDue();
    }
  }

  List<Recorded> rows() {
    List<Recorded> rows = new ArrayList<>();
    List<Recorded> page = stores.log().read(0, PAGE);
    while (!page.isEmpty()) {
      rows.addAll(page);
      page = stores.log().read(page.get(page.size() - 1).seq(), PAGE);
    }
    return rows;
  }

  /** How the same candidates score for each of {@code people}, much later. */
  List<Double> scores(Set<UserId> people) {
    time.elapse(Duration.between(time.now(), MUCH_LATER));
    List<Double> scores = new ArrayList<>();
    for (UserId user : people) {
      recommender.tip(user);
      Recorded row = stores.log().decisions(user, Long.MAX_VALUE, 1).get(0);
      Decided.Slate slate = ((Decided) row.event()).slate();
      IntStream.range(0, slate.size()).forEach(i -> scores.add(slate.scores().get(i)));
    }
    return scores;
  }

  @Override
  public void close() {
    recommender.close();
  }
}
