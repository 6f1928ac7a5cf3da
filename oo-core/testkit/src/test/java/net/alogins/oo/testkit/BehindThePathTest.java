package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.House.ADA;
import static net.alogins.oo.testkit.House.tip;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Recommender;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.SideEffect;
import net.alogins.oo.tip.Tip;
import net.alogins.oo.tip.TipScore;
import org.junit.jupiter.api.Test;

class BehindThePathTest {

  private final House house = new House("a", "b");

  /** A side effect that notes what it was told, and fails as often as it is asked to. */
  private static final class Notes implements SideEffect {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private int failures;

    @Override
    public String name() {
      return "notes";
    }

    @Override
    public void completed(Completion completion) {
      if (failures-- > 0) {
        throw new IllegalStateException("not now");
      }
      told.add("completed " + completion.candidate().key());
    }

    @Override
    public void reopened(Completion completion) {
      told.add("reopened " + completion.candidate().key());
    }

    String next() throws InterruptedException {
      String note = told.poll(10, TimeUnit.SECONDS);
      return note == null ? "nothing" : note;
    }
  }

  @Test
  void done_is_brought_about_outside_and_undo_takes_it_back() throws InterruptedException {
    Notes notes = new Notes();
    try (Recommender recommender = house.builder().effect(notes).build()) {
      Answer done = Reaction.done(tip(recommender).id());

      recommender.react(ADA, done);
      assertThat(notes.next()).isEqualTo("completed a");
      recommender.react(ADA, done.undo());
      assertThat(notes.next()).isEqualTo("reopened a");
    }
  }

  @Test
  void what_failed_is_tried_again_at_the_next_start() throws InterruptedException {
    Notes notes = new Notes();
    notes.failures = Integer.MAX_VALUE;
    try (Recommender recommender = house.builder().effect(notes).build()) {
      recommender.react(ADA, Reaction.done(tip(recommender).id()));
    }
    Notes later = new Notes();

    try (Recommender recommender = house.builder().effect(later).build()) {
      assertThat(recommender.status().seq()).isEqualTo(2);
      assertThat(later.next()).isEqualTo("completed a");
    }
  }

  @Test
  void a_new_effect_is_not_told_what_was_done_before_it_was_there() throws InterruptedException {
    try (Recommender recommender = house.builder().build()) {
      recommender.react(ADA, Reaction.done(tip(recommender).id()));
    }
    Notes notes = new Notes();
    try (Recommender recommender =
        house.builder().randomness(new SplittableRandom(8)).effect(notes).build()) {
      recommender.react(ADA, Reaction.done(tip(recommender).id()));

      assertThat(notes.next()).isEqualTo("completed b");
    }
  }

  @Test
  void every_score_is_kept_for_the_live_policy_and_its_shadow() {
    try (Recommender recommender = house.builder().shadow(new Backwards()).build()) {
      Tip tip = tip(recommender);
      recommender.react(ADA, Reaction.done(tip.id()));

      List<TipScore> scores = await(tip);

      assertThat(scores)
          .extracting(score -> score.policy() + " " + score.candidate().key())
          .containsExactlyInAnyOrder("scripted a", "scripted b", "shadow a", "shadow b");
      assertThat(recommender.scores(ADA, tip.id())).isEqualTo(scores);
      assertThat(recommender.health().lags()).containsKeys("tip-scores", "shadow/shadow");
    }
  }

  private List<TipScore> await(Tip tip) {
    List<TipScore> scores = new ArrayList<>();
    for (int i = 0; i < 10_000_000 && scores.size() < 4; i++) {
      Thread.onSpinWait();
      scores = house.stores.scores().of(ADA, tip.id());
    }
    return scores;
  }

  @Test
  void a_new_recommender_over_the_same_log_has_learned_the_same() {
    String state;
    Map<String, Long> counters;
    try (Recommender recommender = house.builder().build()) {
      Answer done = Reaction.done(tip(recommender).id());
      recommender.react(ADA, done);
      recommender.react(ADA, done.undo());
      tip(recommender);
      state = recommender.status().stateHash();
      counters = recommender.status().counters();
    }
    try (Recommender recommender = house.builder().build()) {
      assertThat(recommender.status().stateHash()).isEqualTo(state);
      assertThat(recommender.status().counters()).isEqualTo(counters);
    }
  }

  @Test
  void close_ends_every_thread_of_its_own() {
    house.builder().build().close();

    int looks = 0;
    while (hasThreads() && looks++ < 10_000) {
      Thread.onSpinWait();
    }
    assertThat(hasThreads()).isFalse();
  }

  private static boolean hasThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.isAlive() && thread.getName().startsWith("oo-"));
  }
}
