package net.alogins.oo.todotxt;

import static net.alogins.oo.todotxt.Desk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ScriptedPolicy;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommenderTest {

  private final Stores stores = Stores.inMemory();
  @TempDir private Path folder;

  private Recommender recommender(Desk desk) {
    String best = desk.id("Call Mom").key();
    return Recommender.from(desk.tasks)
        .choosingWith(ScriptedPolicy.scoring(Map.of(best, 1.0)))
        .stores(stores)
        .effect(desk.tasks)
        .clock(desk.clock)
        .deadline(Duration.ofSeconds(10))
        .build();
  }

  private static void await(Desk desk, String... lines) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end && !desk.text().equals(String.join("\n", lines) + "\n")) {
      Thread.onSpinWait();
    }
    assertThat(desk.lines()).containsExactly(lines);
  }

  @Test
  void done_completes_the_line_and_undo_reopens_it() {
    Desk desk = new Desk(folder, "Buy milk", "(A) 2026-11-01 Call Mom @phone");
    try (Recommender recommender = recommender(desk)) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      assertThat(tip.title()).isEqualTo("Call Mom");
      Answer done = Reaction.done(tip.id());

      recommender.react(ADA, done);
      await(desk, "Buy milk", "x 2026-11-24 2026-11-01 Call Mom @phone pri:A");
      assertThat(recommender.tip(ADA).tip()).map(Tip::title).contains("Buy milk");

      recommender.react(ADA, done.undo());
      await(desk, "Buy milk", "(A) 2026-11-01 Call Mom @phone");
    }
  }

  @Test
  void done_reaches_a_file_that_was_away_with_the_day_on_which_it_was_said() throws IOException {
    Desk desk = new Desk(folder, "Call Mom");
    Path away = folder.resolve("away");
    try (Recommender recommender = recommender(desk)) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      Files.move(desk.file, away);

      recommender.react(ADA, Reaction.done(tip.id()));
    }
    Files.move(away, desk.file);
    desk.clock.advance(Duration.ofDays(2));
    try (Recommender recommender = recommender(desk)) {
      assertThat(recommender.status().seq()).isEqualTo(2);
      await(desk, "x 2026-11-24 Call Mom");
    }
  }

  @Test
  void a_line_that_somebody_changed_after_the_tip_is_left_alone() {
    Desk desk = new Desk(folder, "Call Mom", "Buy milk");
    try (Recommender recommender = recommender(desk)) {
      Tip first = recommender.tip(ADA).tip().orElseThrow();
      desk.lines("Call Mom and Dad", "Buy milk");
      recommender.react(ADA, Reaction.done(first.id()));
      Tip second = recommender.tip(ADA).tip().orElseThrow();

      recommender.react(ADA, Reaction.done(second.id()));

      String title = second.title();
      await(
          desk,
          (title.startsWith("Call") ? "x 2026-11-24 " : "") + "Call Mom and Dad",
          (title.startsWith("Buy") ? "x 2026-11-24 " : "") + "Buy milk");
    }
  }
}
