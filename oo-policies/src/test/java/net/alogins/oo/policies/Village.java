package net.alogins.oo.policies;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.IntStream;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;

/**
 * Four people who live with a recommender as a seed decides: they ask, answer, change their minds,
 * take answers back, and wait for minutes or days.
 */
final class Village implements CandidateSource {

  static final List<UserId> PEOPLE =
      IntStream.range(0, 4).mapToObj(i -> new UserId("villager " + i)).toList();

  private final Policy<?> policy;
  private final SplittableRandom random;
  private final ManualClock clock = ManualClock.at(SampleContexts.NOW);
  private final Stores stores = Stores.inMemory();
  private final List<Answer> answers = new ArrayList<>();
  private final List<UserId> answerers = new ArrayList<>();
  private final int doubts;
  private String hash = "";
  private int made;

  private Village(Policy<?> policy, long seed, int doubts) {
    this.policy = policy;
    this.random = new SplittableRandom(seed);
    this.doubts = doubts;
  }

  /** A life of {@code steps} steps in which nobody changes what they allow. */
  static Village trusting(Policy<?> policy, long seed, int steps) {
    return new Village(policy, seed, 0).live(steps);
  }

  /** One in which one step in ten changes what somebody allows. */
  static Village doubting(Policy<?> policy, long seed, int steps) {
    return new Village(policy, seed, 10).live(steps);
  }

  /** Everything that was logged. */
  List<Event> facts() {
    return stores.log().read(0, 100_000).stream().<Event>map(Recorded::event).toList();
  }

  /** What the recommender had learned in the end. */
  String stateHash() {
    return hash;
  }

  /** A recommender over {@code stores}, without a thread behind the path. */
  static Recommender recommender(Builder builder, Stores stores, ManualClock clock) {
    return builder
        .stores(stores)
        .clock(clock)
        .scheduler(new ScheduledThreadPoolExecutor(1, work -> null))
        .build();
  }

  private Village live(int steps) {
    try (Recommender recommender = recommender(builder(), stores, clock)) {
      for (int i = 0; i < steps; i++) {
        step(recommender, PEOPLE.get(random.nextInt(PEOPLE.size())));
      }
      hash = recommender.status().stateHash();
    }
    return this;
  }

  private Builder builder() {
    return Recommender.from(this).choosingWith(policy).randomness(random.split());
  }

  private void step(Recommender recommender, UserId user) {
    if (random.nextInt(100) < doubts) {
      recommender.profiles().consent(user, random.nextBoolean() ? Consents.standard() : doubt());
    }
    recommender.tip(user).ifPresent(tip -> answer(recommender, user, tip.id()));
    if (random.nextInt(4) == 0 && !answers.isEmpty()) {
      int which = answers.size() - 1 - random.nextInt(Math.min(5, answers.size()));
      recommender.react(answerers.get(which), answers.get(which).undo());
    }
    clock.advance(Duration.ofMinutes(random.nextInt(1, 20)));
    if (random.nextInt(8) == 0) {
      clock.advance(Duration.ofHours(random.nextInt(1, 60)));
    }
  }

  private Consents doubt() {
    return random.nextBoolean() ? Consents.none() : Consents.of(Purpose.RECOMMEND);
  }

  /** Nothing, one answer, or two that contradict each other. */
  private void answer(Recommender recommender, UserId user, TipId tip) {
    for (int left = random.nextInt(3); left > 0; left--) {
      Answer answer =
          switch (random.nextInt(4)) {
            case 0 -> Reaction.dismiss(tip);
            case 1 -> Reaction.snooze(tip, clock.instant().plus(Duration.ofHours(3)));
            default -> Reaction.done(tip);
          };
      Answer press = answer.id(new ReactionId("press " + answers.size()));
      answers.add(press);
      answerers.add(user);
      recommender.react(user, press);
    }
  }

  @Override
  public List<Candidate> candidates(Context context) {
    return IntStream.range(0, 6).mapToObj(i -> task()).toList();
  }

  private Candidate task() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Candidate.of("village", "task-" + made++ % 40, "Task")
        .kind("kind-" + random.nextInt(4))
        .minutes(1 + random.nextInt(120))
        .priority(1 + random.nextInt(4))
        .due(today.plusDays(random.nextInt(-1, 9)));
  }

  @Override
  public boolean isImmediate() {
    return true;
  }
}
