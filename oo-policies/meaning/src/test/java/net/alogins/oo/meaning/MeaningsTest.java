package net.alogins.oo.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.tip.Replay;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeaningsTest {

  private static final UserId ADA = new UserId("ada");
  private static final byte[] KEY = new byte[32];
  private static final Consents ALLOWED = Consents.standard().and(Purpose.LLM);

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final ManualScheduler behind = new ManualScheduler();
  private final SplittableRandom ids = new SplittableRandom(1);
  private final Dictionary dictionary = new Dictionary();
  private final MeaningStore store = new InMemoryMeaningStore();
  private final Stores stores = Stores.inMemory();
  private final List<Candidate> there = new ArrayList<>();
  private final AtomicReference<Consents> now = new AtomicReference<>(ALLOWED);
  private final List<AutoCloseable> open = new ArrayList<>();
  private Meanings meanings = opened();
  private final Recommender recommender = recommender();

  MeaningsTest() {
    there.add(Candidate.of("chores", "1", "Water the plants"));
    there.add(Candidate.of("chores", "2", "Call the plumber"));
  }

  private Meanings opened() {
    return Meanings.by(dictionary)
        .consents(user -> now.get())
        .store(store, KEY)
        .clock(clock)
        .scheduler(behind)
        .open();
  }

  private Recommender recommender() {
    Recommender made =
        Recommender.from(CandidateSource.immediate(context -> List.copyOf(there)))
            .choosingWith(Policies.standard())
            .stores(stores)
            .features(meanings.features())
            .consents(ALLOWED)
            .openFor(Duration.ofMillis(1))
            .clock(clock)
            .randomness(ids)
            .build();
    open.add(made);
    return made;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    meanings.close();
  }

  /** What a question sees of candidate {@code index}; what it brings about happens after it. */
  private float[] seen(Recommender by, int index) {
    clock.advance(Duration.ofMinutes(1));
    Tip tip = by.tip(ADA).tip().orElseThrow();
    behind.run();
    Decided decided =
        Recorded.events(Decided.class, stores.log().about(ADA, tip.id())).findFirst().orElseThrow();
    int width = meanings.features().schema().candidateWidth();
    float[] columns = new float[1 + Projection.WIDTH];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = decided.slate().features().get((index + 1) * width - columns.length + j);
    }
    return columns;
  }

  private float[] seen(int index) {
    return seen(recommender, index);
  }

  private static float[] expected(float[] direction) {
    return Columns.known(Projection.of(direction));
  }

  private void restart() {
    meanings.close();
    meanings = opened();
  }

  @Test
  void the_first_question_sees_nothing_and_the_next_what_the_text_means() {
    assertThat(seen(1)).containsOnly(0);
    assertThat(seen(1))
        .containsExactly(expected(Dictionary.direction("letters", "call the plumber", 64)));
    assertThat(dictionary.asked).containsExactly(List.of("water the plants", "call the plumber"));
    assertThat(meanings.counters()).containsEntry("requests", 1L).containsEntry("answered", 2L);
  }

  @Test
  void nothing_is_asked_or_seen_without_consent() {
    recommender.profiles().consent(ADA, Consents.standard());

    assertThat(seen(0)).containsOnly(0);
    assertThat(dictionary.asked).isEmpty();
    recommender.profiles().consent(ADA, ALLOWED);
    seen(0);
    assertThat(seen(0)[0]).isEqualTo(1);
    recommender.profiles().consent(ADA, Consents.standard());
    assertThat(seen(0)).as("taken back").containsOnly(0);
  }

  @Test
  void a_consent_that_is_taken_back_meanwhile_counts() {
    now.set(Consents.standard());

    seen(0);

    assertThat(dictionary.asked).isEmpty();
    assertThat(meanings.counters()).containsEntry("not-allowed", 1L);
  }

  @Test
  void after_a_restart_everything_comes_from_the_store() {
    seen(0);
    float[] before = seen(0);
    restart();
    Recommender again = recommender();

    assertThat(seen(again, 0)).containsOnly(0);
    assertThat(seen(again, 0)).containsExactly(before);
    assertThat(dictionary.asked).hasSize(1);
    assertThat(meanings.counters()).containsEntry("recalled", 2L).doesNotContainKey("requests");
  }

  @Test
  void under_another_key_nothing_in_the_store_is_found() {
    seen(0);
    meanings.close();
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    meanings = Meanings.by(dictionary).store(store, other).clock(clock).scheduler(behind).open();

    seen(recommender(), 0);

    assertThat(dictionary.asked).hasSize(2);
  }

  @Test
  void what_another_model_said_is_not_used() {
    seen(0);
    dictionary.model = "numbers";
    there.add(Candidate.of("chores", "3", "Stretch"));
    seen(2);
    assertThat(seen(0)).as("forgotten").containsOnly(0);
    assertThat(seen(0))
        .containsExactly(expected(Dictionary.direction("numbers", "water the plants", 64)));
    restart();
    Recommender again = recommender();
    seen(again, 0);

    assertThat(seen(again, 0))
        .containsExactly(expected(Dictionary.direction("numbers", "water the plants", 64)));
    assertThat(dictionary.asked).hasSize(3);
  }

  @Test
  void a_model_whose_name_begins_like_another_s_is_another() {
    dictionary.model = "letters/64";
    seen(0);
    dictionary.model = "letters";
    there.add(Candidate.of("chores", "3", "Stretch"));
    seen(2);

    assertThat(seen(2)).containsExactly(expected(Dictionary.direction("letters", "stretch", 64)));
    assertThat(meanings.counters()).containsEntry("models", 2L);
  }

  @Test
  void a_vector_that_is_no_direction_is_counted_and_not_asked_for_again_at_once() {
    float[] broken = Dictionary.direction("letters", "x", 64);
    broken[7] = Float.NaN;
    dictionary.special.put("call the plumber", broken);
    dictionary.special.put("short", new float[] {1, 2, 3});
    dictionary.special.put("long", Dictionary.direction("letters", "long", 65));
    there.add(Candidate.of("chores", "3", "Short"));
    there.add(Candidate.of("chores", "4", "Long"));

    seen(0);

    for (int i = 1; i < 4; i++) {
      assertThat(seen(i)).containsOnly(0);
    }
    assertThat(seen(0)[0]).isEqualTo(1);
    assertThat(dictionary.asked).hasSize(1);
    assertThat(meanings.counters())
        .containsEntry("rejected.not-finite", 1L)
        .containsEntry("rejected.too-short", 1L)
        .containsEntry("rejected.other-dimension", 1L);
    clock.advance(Duration.ofHours(2));
    dictionary.special.clear();
    seen(0);
    assertThat(seen(3)[0]).isEqualTo(1);
  }

  @Test
  void an_embedder_that_is_away_takes_nothing_from_a_tip() {
    dictionary.isAway = true;
    seen(0);
    assertThat(seen(0)).containsOnly(0);
    assertThat(meanings.counters()).containsEntry("failed", 2L);
    dictionary.isAway = false;
    seen(0);
    assertThat(seen(0)[0]).isEqualTo(1);
  }

  @Test
  void one_person_s_texts_are_asked_for_within_bounds() {
    for (int i = 0; i < 2_000; i++) {
      there.add(Candidate.of("chores", "more " + i, "More " + i));
    }
    for (int i = 0; i < 20; i++) {
      seen(0);
      for (int j = 0; j < 5; j++) {
        behind.run();
      }
    }
    assertThat(dictionary.asked.stream().mapToInt(List::size).sum()).isEqualTo(1_000);
    assertThat(dictionary.asked).allMatch(texts -> texts.size() <= Waiting.MOST_AT_ONCE);
    assertThat(meanings.counters()).containsKeys("dropped", "over-budget");
    clock.advance(Duration.ofDays(1));
    seen(0);
    behind.run();
    assertThat(dictionary.asked.stream().mapToInt(List::size).sum()).isGreaterThan(1_000);
  }

  @Test
  void decisions_are_made_again_to_the_bit_wherever_the_embedder_is() {
    List<Tip> tips = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      there.set(i % 2, Candidate.of("chores", "n" + i, "Chore " + i % 7));
      clock.advance(Duration.ofMinutes(10));
      Tip tip = recommender.tip(ADA).tip().orElseThrow();
      tips.add(tip);
      recommender.react(ADA, Reaction.done(tip.id()));
      behind.run();
    }
    dictionary.isAway = true;
    Recommender later =
        Recommender.from(CandidateSource.immediate(context -> List.of()))
            .choosingWith(Policies.standard())
            .stores(stores)
            .features(Meanings.none(Dictionary.ALIAS).features())
            .clock(clock)
            .build();
    open.add(later);

    assertThat(tips)
        .allSatisfy(
            tip ->
                assertThat(later.replay(ADA, tip.id())).containsInstanceOf(Replay.Identical.class));
    assertThat(meanings.counters()).containsKey("answered");
  }

  @Test
  void whoever_is_forgotten_is_not_asked_about_any_more() {
    recommender.tip(ADA);
    meanings.forget(ADA);
    behind.run();

    assertThat(dictionary.asked).isEmpty();
  }
}
