package net.alogins.oo.meaning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Features;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.tip.Tip;

/**
 * People with twelve open tasks each, of six topics, which show in nothing but the directions that
 * a model gives their titles. What somebody likes of a task they do in four of five cases, else in
 * one of five; so chance gets .4 of them done, and who knows them .8. What is done is replaced by a
 * task that is liked as much, under another title.
 *
 * <p>A direction is 384 numbers: what all have in common, the topic's, and the title's own, so that
 * two titles have a cosine of about .3, or of about .65 if they share a topic.
 */
final class Topics implements Embeddings {

  /** Who likes what. */
  enum Liking {
    /** Everybody likes the same two topics. */
    ALIKE,
    /** Everybody likes two topics of their own. */
    EACH,
    /** Everybody likes the same two kinds, which the standard features tell; no topic matters. */
    KINDS
  }

  private static final int PEOPLE = 5;
  private static final int TASKS = 12;
  private static final int TASTES = 6;
  private static final int DIMENSION = 384;
  private static final double COMMON = Math.sqrt(.3);
  private static final double OF_TOPIC = Math.sqrt(.35);
  private static final double OWN = Math.sqrt(.35);

  private final SplittableRandom random;
  private final Liking liking;
  private final boolean isSeen;
  private final float[] common;
  private final List<float[]> topics = new ArrayList<>();
  private final Map<String, Integer> topicOf = new HashMap<>();
  private final Map<String, Integer> tasteOf = new HashMap<>();
  private final Map<UserId, List<Candidate>> open = new HashMap<>();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-01T06:00:00Z"));
  private final ManualScheduler behind = new ManualScheduler();
  private int made;

  private Topics(Liking liking, boolean isSeen, long seed) {
    this.liking = liking;
    this.isSeen = isSeen;
    this.random = new SplittableRandom(seed);
    this.common = gaussian();
    for (int i = 0; i < TASTES; i++) {
      topics.add(gaussian());
    }
  }

  /** The part of {@code questions} after which a task was done, in the second half of them. */
  static double reward(Liking liking, boolean isSeen, int questions, long seed) {
    return new Topics(liking, isSeen, seed).live(questions);
  }

  private float[] gaussian() {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static UserId person(int number) {
    return new UserId("person " + number);
  }

  /** A task that is liked as a matter of {@code taste}; the other of its topic and kind is any. */
  private Candidate task(int taste) {
    String title = "Task " + made++;
    boolean isByKind = liking == Liking.KINDS;
    topicOf.put(title, isByKind ? random.nextInt(TASTES) : taste);
    int kind = isByKind ? taste : random.nextInt(TASTES);
    tasteOf.put(title, taste);
    return Candidate.of("tasks", title, title).kind("kind " + kind);
  }

  private double live(int questions) {
    for (int i = 0; i < PEOPLE; i++) {
      List<Candidate> own = new ArrayList<>();
      for (int j = 0; j < TASKS; j++) {
        own.add(task(j % TASTES));
      }
      open.put(person(i), own);
    }
    try (Meanings meanings = Meanings.by(this).textsADay(100_000).scheduler(behind).open();
        Recommender recommender = recommender(meanings)) {
      int done = 0;
      for (int i = 0; i < questions; i++) {
        clock.advance(Duration.ofMinutes(random.nextInt(120)));
        done += isDone(recommender, random.nextInt(PEOPLE)) && 2 * i >= questions ? 1 : 0;
        behind.run();
      }
      return 2.0 * done / questions;
    }
  }

  private Recommender recommender(Meanings meanings) {
    Features features = isSeen ? meanings.features() : Features.standard();
    return Recommender.from(
            CandidateSource.immediate(
                context -> List.copyOf(open.getOrDefault(context.user(), List.of()))))
        .choosingWith(Policies.standard())
        .features(features)
        .consents(Consents.standard().and(Purpose.LLM))
        .openFor(Duration.ofMinutes(30))
        .clock(clock)
        .randomness(random.split())
        .build();
  }

  private boolean isDone(Recommender recommender, int number) {
    UserId user = person(number);
    Tip tip = recommender.tip(user).tip().orElseThrow();
    boolean isDone = random.nextDouble() < (likes(number, tip) ? .8 : .2);
    if (isDone) {
      recommender.react(user, Reaction.done(tip.id()));
      List<Candidate> own = open.getOrDefault(user, List.of());
      own.removeIf(task -> task.title().equals(tip.title()));
      own.add(task(tasteOf.getOrDefault(tip.title(), 0)));
    }
    return isDone;
  }

  private boolean likes(int number, Tip tip) {
    int taste = tasteOf.getOrDefault(tip.title(), 0);
    int first = liking == Liking.EACH ? number : 0;
    return taste == first || taste == (first + 1) % TASTES;
  }

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public Vectors of(List<String> texts) {
    return new Vectors("topics", texts.stream().map(this::direction).toList());
  }

  private float[] direction(String title) {
    float[] topic = topics.get(topicOf.getOrDefault(title, 0));
    SplittableRandom own = new SplittableRandom(title.hashCode());
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) (COMMON * common[i] + OF_TOPIC * topic[i] + OWN * own.nextGaussian());
    }
    return vector;
  }
}
