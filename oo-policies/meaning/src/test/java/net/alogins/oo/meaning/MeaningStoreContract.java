package net.alogins.oo.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of meanings must do. */
public abstract class MeaningStoreContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final String ALIAS = "embedder";

  /** Made by a subclass. */
  protected MeaningStoreContract() {}

  /** A store that keeps nothing. */
  protected abstract MeaningStore store();

  private static String fingerprint(int number) {
    return "%032x".formatted(number);
  }

  private static float[] numbers(int from) {
    return new float[] {from, -0.25f, Float.MIN_VALUE, 1 / 3f, 5, 6, 7, 8};
  }

  private static void put(MeaningStore store, int number, Instant now) {
    store.put(
        ALIAS,
        "m/8",
        Map.of(fingerprint(number), numbers(number)),
        now,
        now.minus(Duration.ofDays(90)));
  }

  @Test
  void what_was_put_is_found_to_the_bit() {
    MeaningStore store = store();
    put(store, 1, NOON);
    put(store, 2, NOON);

    Map<String, float[]> found = store.find(List.of(fingerprint(2), fingerprint(3)), NOON);

    assertThat(found).containsOnlyKeys(fingerprint(2));
    assertThat(found.get(fingerprint(2))).containsExactly(numbers(2));
    assertThat(store.find(List.of(), NOON)).isEmpty();
  }

  @Test
  void the_model_that_answered_last_is_known_by_its_alias() {
    MeaningStore store = store();
    assertThat(store.model(ALIAS)).isEmpty();
    put(store, 1, NOON);
    store.put("another", "n/16", Map.of(), NOON, NOON);
    assertThat(store.model(ALIAS)).contains("m/8");
    store.put(ALIAS, "new/8", Map.of(), NOON, NOON.minusSeconds(1));

    assertThat(store.model(ALIAS)).contains("new/8");
    assertThat(store.model("another")).contains("n/16");
    assertThat(store.find(List.of(fingerprint(1)), NOON)).hasSize(1);
  }

  @Test
  void what_is_there_is_replaced_and_what_is_old_goes() {
    MeaningStore store = store();
    put(store, 1, NOON);
    put(store, 2, NOON.plus(Duration.ofDays(50)));
    store.put(
        ALIAS,
        "m/8",
        Map.of(fingerprint(2), numbers(9)),
        NOON.plus(Duration.ofDays(51)),
        Instant.EPOCH);
    assertThat(store.find(List.of(fingerprint(2)), NOON).get(fingerprint(2)))
        .containsExactly(numbers(9));
    put(store, 3, NOON.plus(Duration.ofDays(91)));

    assertThat(store.find(List.of(fingerprint(1), fingerprint(2), fingerprint(3)), Instant.EPOCH))
        .containsOnlyKeys(fingerprint(2), fingerprint(3));
  }

  @Test
  void what_is_old_is_not_found_even_if_it_is_there() {
    MeaningStore store = store();
    put(store, 1, NOON);

    assertThat(store.find(List.of(fingerprint(1)), NOON)).hasSize(1);
    assertThat(store.find(List.of(fingerprint(1)), NOON.plusMillis(1))).isEmpty();
  }

  @Test
  void many_are_put_and_found_at_once() {
    Map<String, float[]> many = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      many.put(fingerprint(i), numbers(i));
    }
    MeaningStore store = store();
    store.put(ALIAS, "m/8", many, NOON, NOON);

    assertThat(store.find(many.keySet(), NOON)).hasSize(500);
  }
}
