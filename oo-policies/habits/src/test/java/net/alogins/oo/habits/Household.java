package net.alogins.oo.habits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Features;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.tip.Tip;

/** People who ask for tips and answer them in a way that depends on the seed alone. */
final class Household {

  static final Instant START = Instant.parse("2026-11-01T06:00:00Z");

  final ManualClock clock = ManualClock.at(START);
  final ManualScheduler behind = new ManualScheduler();
  private final SplittableRandom random;
  private final SplittableRandom ids;
  private final List<UserId> people;
  private int said;

  Household(int size, long seed) {
    random = new SplittableRandom(seed);
    ids = new SplittableRandom(seed + 1);
    people = IntStream.range(0, size).mapToObj(i -> new UserId("member " + i)).toList();
  }

  List<UserId> people() {
    return people;
  }

  static List<Candidate> chores() {
    return IntStream.range(0, 12)
        .mapToObj(i -> Candidate.of("house", "chore " + i, "Chore " + i).kind("kind" + i % 5))
        .toList();
  }

  /** What happens behind the path happens when {@link #behind} runs. */
  Builder builder(Stores stores, Features features) {
    List<Candidate> chores = chores();
    return Recommender.from(CandidateSource.immediate(context -> chores))
        .choosingWith(Policies.standard())
        .stores(stores)
        .features(features)
        .openFor(Duration.ofMinutes(30))
        .clock(clock)
        .randomness(ids)
        .scheduler(behind);
  }

  /** {@code count} questions of anybody; what is said to most of them; sometimes, readers run. */
  void live(Recommender recommender, int count) {
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofSeconds(random.nextInt(5400)));
      UserId user = people.get(random.nextInt(people.size()));
      recommender.tip(user).ifPresent(tip -> answer(recommender, user, tip));
      if (random.nextInt(3) > 0) {
        behind.run();
      }
    }
  }

  private void answer(Recommender recommender, UserId user, Tip tip) {
    int mood = random.nextInt(20);
    if (mood < 9) {
      undoSometimes(recommender, user, Reaction.done(tip.id()));
    } else if (mood < 12) {
      undoSometimes(recommender, user, Reaction.dismiss(tip.id()));
    } else if (mood < 14) {
      Instant until = clock.instant().plus(Duration.ofHours(1));
      undoSometimes(recommender, user, Reaction.snooze(tip.id(), until));
    } else if (mood == 14) {
      recommender.profiles().consent(user, Consents.none());
      recommender.profiles().consent(user, Consents.standard());
    }
  }

  private void undoSometimes(Recommender recommender, UserId user, Answer answer) {
    Answer named = answer.id(new ReactionId("press " + said++));
    recommender.react(user, named);
    if (random.nextInt(5) == 0) {
      recommender.react(user, named.undo());
    }
  }

  /** Every decision in {@code log}. */
  static List<Decided> decisions(EventLog log) {
    return Recorded.events(Decided.class, log.read(0, Integer.MAX_VALUE)).toList();
  }

  /** The habits of {@code decision}, counted again. */
  static Recount recount(EventLog log, Habits habits, Decided decision) {
    return Recount.of(log, habits.features().schema(), decision.user(), decision.tip())
        .orElseThrow();
  }

  /** Whether {@code decision} was made knowing what the person lately did. */
  static boolean isKnown(Habits habits, Decided decision) {
    int from = habits.features().schema().contextWidth() - Columns.OF_MOMENT.size();
    return decision.slate().context().get(from + Columns.KNOWN) == 1;
  }
}
