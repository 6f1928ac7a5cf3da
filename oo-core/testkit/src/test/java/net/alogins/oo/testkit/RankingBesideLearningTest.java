package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.reaction.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No lock and no I/O lies between ranking and learning: who is asked does not wait for a lesson.
 */
@Timeout(60)
class RankingBesideLearningTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");

  private final CountDownLatch learning = new CountDownLatch(1);
  private final CountDownLatch learned = new CountDownLatch(1);
  private final CountDownLatch ranked = new CountDownLatch(1);

  /** Takes as long to learn as the test wants. */
  private final class Slow extends Backwards {

    @Override
    public Ranking rank(Integer state, Slate slate, RandomGenerator random) {
      if (slate.user().equals(BOB)) {
        ranked.countDown();
      }
      return super.rank(state, slate, random);
    }

    @Override
    public Integer learn(Integer state, List<Experience> batch) {
      learning.countDown();
      await(learned);
      return super.learn(state, batch);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void somebody_is_ranked_for_while_somebody_else_is_learned_from() {
    CandidateSource chores =
        CandidateSource.immediate(context -> List.of(Candidate.of("chores", "1", "Sweep")));
    try (Recommender recommender = Recommender.from(chores).choosingWith(new Slow()).build()) {
      TipId adas = recommender.tip(ADA).tip().orElseThrow().id();
      CompletableFuture<?> lesson =
          CompletableFuture.runAsync(() -> recommender.react(ADA, Reaction.done(adas)));
      await(learning);

      CompletableFuture<?> question = CompletableFuture.runAsync(() -> recommender.tip(BOB));

      await(ranked);
      assertThat(recommender.open(BOB).tip()).isEmpty();
      assertThat(recommender.health().isOpen()).isTrue();
      assertThat(lesson).isNotDone();
      learned.countDown();
      lesson.join();
      question.join();
      assertThat(recommender.open(BOB).tip()).isPresent();
    }
  }
}
