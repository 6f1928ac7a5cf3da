package net.alogins.oo.durability;

import java.time.Duration;
import java.time.Instant;
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
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.tip.Tip;

/**
 * People who live with a recommender in a way that depends on the seed alone. Nothing happens
 * behind the path unless a test builds it otherwise.
 */
final class Village {

  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  final ManualClock clock = ManualClock.at(START);
  private final SplittableRandom random;
  private final SplittableRandom ids = new SplittableRandom(99);
  private final List<UserId> people;
  private final List<Answer> said = new ArrayList<>();
  private final List<UserId> speakers = new ArrayList<>();

  Village(int size, long seed) {
    random = new SplittableRandom(seed);
    people = IntStream.range(0, size).mapToObj(i -> new UserId("villager " + i)).toList();
  }

  List<UserId> people() {
    return people;
  }

  Builder builder(Stores stores) {
    return builder(stores, Policies.standard());
  }

  Builder builder(Stores stores, Policy<?> policy) {
    List<Candidate> chores =
        IntStream.range(0, 30)
            .mapToObj(i -> Candidate.of("village", "chore " + i, "Chore " + i).kind("kind" + i % 5))
            .toList();
    return Recommender.from(CandidateSource.immediate(context -> chores))
        .choosingWith(policy)
        .stores(stores)
        .clock(clock)
        .randomness(ids)
        .scheduler(new ScheduledThreadPoolExecutor(1, work -> null));
  }

  /** {@code count} questions by random people, each followed by what they say, or nothing. */
  void live(Recommender recommender, int count) {
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofSeconds(random.nextInt(900)));
      UserId user = people.get(random.nextInt(people.size()));
      recommender.tip(user).ifPresent(tip -> react(recommender, user, tip));
    }
  }

  private void react(Recommender recommender, UserId user, Tip tip) {
    int mood = random.nextInt(10);
    if (mood < 5) {
      say(recommender, user, Reaction.done(tip.id()));
    } else if (mood < 7) {
      say(recommender, user, Reaction.dismiss(tip.id()));
    } else if (mood < 8) {
      Instant until = clock.instant().plus(Duration.ofHours(2));
      say(recommender, user, Reaction.snooze(tip.id(), until));
    } else if (mood < 9 && !said.isEmpty()) {
      int which = Math.max(0, said.size() - 1 - random.nextInt(20));
      recommender.react(speakers.get(which), said.get(which).undo());
    }
  }

  private void say(Recommender recommender, UserId user, Answer answer) {
    Answer named = answer.id(new ReactionId("press " + said.size()));
    recommender.react(user, named);
    said.add(named);
    speakers.add(user);
  }
}
