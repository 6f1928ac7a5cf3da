package net.alogins.oo.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.alogins.oo.id.UserId;
import net.alogins.oo.meaning.Embeddings.NotAsked;
import net.alogins.oo.meaning.Embeddings.Refused;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final Consents ALLOWED = Consents.of(Purpose.LLM);
  private static final int DAILY = 100;

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final ManualScheduler behind = new ManualScheduler();
  private final Dictionary dictionary = new Dictionary();
  private final Counts counts = new Counts();
  private final AtomicReference<Consents> now = new AtomicReference<>(ALLOWED);
  private final AtomicReference<Runnable> looked = new AtomicReference<>(() -> {});
  private final MeaningStore store = new Looked();
  private final Space space =
      new Space(Dictionary.ALIAS, new Fingerprints(new byte[32]), store, counts, clock, 1_000);
  private final Asking asking =
      new Asking(dictionary, user -> now.get(), new Allowance(DAILY, clock), space, counts, behind);

  /** A store that something happens beside while it is looked into. */
  private final class Looked implements MeaningStore {

    private final MeaningStore kept = new InMemoryMeaningStore();

    @Override
    public Optional<String> model(String alias) {
      looked.get().run();
      return kept.model(alias);
    }

    @Override
    public Map<String, float[]> find(Collection<String> fingerprints, Instant since) {
      return kept.find(fingerprints, since);
    }

    @Override
    public void put(
        String alias, String model, Map<String, float[]> numbers, Instant at, Instant since) {
      kept.put(alias, model, numbers, at, since);
    }
  }

  private static Exception surely() {
    return Refused.surely(new IOException("400"));
  }

  private static Exception perhaps() {
    return Refused.perhaps(new IOException("500"));
  }

  private static List<String> titles(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> "title " + number).toList();
  }

  private void want(UserId user, List<String> titles) {
    titles.forEach(title -> asking.want(user, title));
    for (int i = 0; i < 10; i++) {
      behind.run();
    }
  }

  private long known(List<String> titles) {
    return titles.stream().filter(title -> space.find(title).isPresent()).count();
  }

  private long count(String name) {
    return counts.all().getOrDefault(name, 0L);
  }

  @Test
  void what_was_not_answered_does_not_count_for_the_day() {
    dictionary.isAway = true;
    for (int i = 0; i < 300; i++) {
      want(ADA, titles(0, 2));
    }
    assertThat(count("requests")).isEqualTo(300);
    assertThat(count("over-budget")).isZero();
    dictionary.isAway = false;

    want(ADA, titles(0, DAILY + 1));

    assertThat(known(titles(0, DAILY + 1))).isEqualTo(DAILY);
    assertThat(count("over-budget")).isEqualTo(1);
  }

  @Test
  void who_was_not_asked_was_sent_no_request() {
    dictionary.refused.put("title 0", () -> new NotAsked(new IOException("left alone")));
    want(ADA, titles(0, 64));

    assertThat(count("failed")).isEqualTo(1);
    assertThat(counts.all()).doesNotContainKey("requests");
  }

  @Test
  void a_text_that_is_flawed_does_not_count_for_the_day() {
    dictionary.special.put("title 0", new float[8]);
    want(ADA, titles(0, DAILY + 1));

    assertThat(known(titles(1, DAILY + 1))).isEqualTo(DAILY);
  }

  @Test
  void a_model_that_answers_in_another_dimension_from_now_on_is_another_space() {
    want(ADA, titles(0, 2));
    titles(2, 5)
        .forEach(
            title -> dictionary.special.put(title, Dictionary.direction("letters", title, 96)));
    want(ADA, titles(2, 5));

    assertThat(known(titles(0, 5))).isEqualTo(3);
    assertThat(counts.all())
        .containsEntry("models", 2L)
        .doesNotContainKey("rejected.other-dimension");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_text_that_is_refused_takes_no_other_with_it(boolean isSure) {
    dictionary.refused.put("title 17", isSure ? AskingTest::surely : AskingTest::perhaps);
    want(ADA, titles(0, 64));

    assertThat(known(titles(0, 64))).isEqualTo(63);
    assertThat(dictionary.asked).hasSize(13);
    assertThat(count("refused")).isEqualTo(1);
    want(BOB, List.of("title 17"));
    assertThat(dictionary.asked).as("left alone").hasSize(13);
    dictionary.refused.clear();
    clock.advance(Duration.ofHours(2));
    want(BOB, List.of("title 17"));
    assertThat(known(titles(0, 64))).isEqualTo(64);
  }

  @Test
  void several_that_are_refused_are_found_within_bounds() {
    List<String> all = titles(0, 64);
    for (String title : List.of("title 0", "title 21", "title 40", "title 63")) {
      dictionary.refused.put(title, AskingTest::surely);
    }
    int rounds = 0;
    while (known(all) < 60 && rounds < 10) {
      int before = dictionary.asked.size();
      want(ADA, all);
      assertThat(dictionary.asked.size() - before).isLessThanOrEqualTo(13);
      rounds++;
    }

    assertThat(known(all)).isEqualTo(60);
    assertThat(rounds).isLessThanOrEqualTo(4);
  }

  @Test
  void an_outage_is_no_fault_of_the_texts() {
    titles(0, 64).forEach(title -> dictionary.refused.put(title, AskingTest::perhaps));
    want(ADA, titles(0, 64));
    assertThat(dictionary.asked).hasSizeLessThan(10);
    assertThat(counts.all()).doesNotContainKey("refused");
    dictionary.refused.clear();

    want(ADA, titles(0, 64));

    assertThat(known(titles(0, 64))).isEqualTo(64);
  }

  @Test
  void a_text_that_fails_alone_before_and_after_others_are_answered_is_left_alone() {
    dictionary.refused.put("title 0", AskingTest::perhaps);
    want(ADA, List.of("title 0"));
    want(ADA, List.of("title 0"));
    assertThat(counts.all()).doesNotContainKey("refused");
    want(ADA, List.of("title 1"));
    want(ADA, List.of("title 0"));

    assertThat(count("refused")).isEqualTo(1);
  }

  @Test
  void a_consent_that_is_taken_back_while_the_store_is_looked_into_counts() {
    looked.set(() -> now.set(Consents.none()));
    want(ADA, titles(0, 2));

    assertThat(dictionary.asked).isEmpty();
    assertThat(count("not-allowed")).isEqualTo(1);
  }

  @Test
  void a_consent_that_is_taken_back_during_a_request_leaves_its_answer_aside() {
    dictionary.meanwhile = () -> now.set(Consents.none());
    want(ADA, titles(0, 2));

    assertThat(dictionary.asked).hasSize(1);
    assertThat(known(titles(0, 2))).isZero();
    assertThat(counts.all()).containsEntry("not-allowed", 1L).doesNotContainKey("answered");
  }

  @Test
  void a_consent_that_is_taken_back_between_halves_counts() {
    dictionary.refused.put("title 1", AskingTest::surely);
    AtomicInteger answered = new AtomicInteger();
    dictionary.meanwhile =
        () -> now.set(answered.incrementAndGet() < 2 ? ALLOWED : Consents.none());
    want(ADA, titles(0, 8));

    assertThat(known(titles(0, 8))).isEqualTo(1);
    assertThat(answered).hasValue(2);
  }

  @Test
  void who_is_forgotten_meanwhile_is_not_asked_about() {
    looked.set(() -> asking.forget(ADA));
    want(ADA, titles(0, 2));

    assertThat(dictionary.asked).isEmpty();
  }

  @Test
  void what_is_answered_about_who_is_forgotten_is_dropped() {
    dictionary.meanwhile = () -> asking.forget(ADA);
    want(ADA, titles(0, 2));
    assertThat(known(titles(0, 2))).isZero();
    dictionary.meanwhile = () -> {};

    want(BOB, titles(0, 2));

    assertThat(known(titles(0, 2))).isEqualTo(2);
  }

  @Test
  void nothing_is_asked_or_kept_once_it_is_closed() {
    dictionary.meanwhile = asking::close;
    want(ADA, titles(0, 2));
    assertThat(known(titles(0, 2))).isZero();

    want(ADA, titles(0, 2));

    assertThat(dictionary.asked).hasSize(1);
  }

  @Test
  void numbers_of_a_store_that_are_none_are_asked_for_again_and_replaced() {
    want(ADA, titles(0, 4));
    flaw("title 0", new float[] {1, 2, 3, 4, 5, 6, 7, Float.NaN});
    flaw("title 1", new float[7]);
    flaw("title 2", new float[9]);
    space.forget();

    want(ADA, titles(0, 4));

    assertThat(dictionary.asked.get(1)).containsExactlyElementsOf(titles(0, 3));
    assertThat(known(titles(0, 4))).isEqualTo(4);
    assertThat(count("store.flawed")).isEqualTo(3);
    space.forget();
    want(ADA, titles(0, 4));
    assertThat(dictionary.asked).as("replaced").hasSize(2);
  }

  private void flaw(String text, float[] numbers) {
    String fingerprint = new Fingerprints(new byte[32]).of(Dictionary.ALIAS, "letters/64", text);
    store.put(
        Dictionary.ALIAS, "letters/64", Map.of(fingerprint, numbers), clock.instant(), Instant.MIN);
  }

  @Test
  void what_a_store_has_kept_too_long_is_asked_for_again() {
    want(ADA, titles(0, 1));
    space.forget();
    clock.advance(Duration.ofDays(91));

    want(ADA, titles(0, 1));

    assertThat(dictionary.asked).hasSize(2);
  }
}
