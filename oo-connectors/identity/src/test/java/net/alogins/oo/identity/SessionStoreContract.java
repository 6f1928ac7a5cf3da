package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;

/** What every store of sessions must do. */
public abstract class SessionStoreContract {

  private static final UserId ADA = new UserId("https://id.example#ada");
  private static final UserId BOB = new UserId("https://id.example#bob");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

  /** Made by a subclass. */
  protected SessionStoreContract() {}

  /** A store without sessions. */
  protected abstract SessionStore store();

  private static Session session(UserId user, Instant begun) {
    return new Session(user, begun, begun);
  }

  private static String key(int number) {
    return Secrets.hash("session " + number);
  }

  @Test
  void what_was_added_is_found_to_the_millisecond() {
    SessionStore store = store();
    store.add(key(1), session(ADA, NOON.plusNanos(456_789)));

    assertThat(store.find(key(1))).contains(session(ADA, NOON));
    assertThat(store.find(key(2))).isEmpty();
  }

  @Test
  void the_sessions_of_one_person_are_found_by_their_keys() {
    SessionStore store = store();
    store.add(key(1), session(ADA, NOON));
    store.add(key(2), session(ADA, NOON.plusSeconds(1)));
    store.add(key(3), session(BOB, NOON));

    assertThat(store.of(ADA))
        .isEqualTo(Map.of(key(1), session(ADA, NOON), key(2), session(ADA, NOON.plusSeconds(1))));
    assertThat(store.of(new UserId("nobody"))).isEmpty();
  }

  @Test
  void what_was_touched_was_seen_then() {
    SessionStore store = store();
    store.add(key(1), session(ADA, NOON));
    store.touch(key(1), NOON.plusSeconds(60));
    store.touch(key(2), NOON.plusSeconds(60));

    assertThat(store.find(key(1))).contains(new Session(ADA, NOON, NOON.plusSeconds(60)));
    assertThat(store.find(key(2))).isEmpty();
  }

  @Test
  void what_was_removed_is_gone_and_nothing_else() {
    SessionStore store = store();
    store.add(key(1), session(ADA, NOON));
    store.add(key(2), session(ADA, NOON));
    store.remove(key(1));
    store.remove(key(1));

    assertThat(store.find(key(1))).isEmpty();
    assertThat(store.find(key(2))).isPresent();
  }

  @Test
  void the_newest_of_one_person_are_kept() {
    SessionStore store = store();
    for (int i = 0; i < 4; i++) {
      store.add(key(i), session(ADA, NOON.plusSeconds(i)));
    }
    store.add(key(9), session(BOB, NOON.minusSeconds(9)));
    store.keepNewest(ADA, 2);

    assertThat(store.find(key(0))).isEmpty();
    assertThat(store.find(key(1))).isEmpty();
    assertThat(store.find(key(2))).isPresent();
    assertThat(store.find(key(3))).isPresent();
    assertThat(store.find(key(9))).isPresent();
    store.keepNewest(ADA, 0);
    assertThat(store.find(key(3))).isEmpty();
  }

  @Test
  void what_began_or_was_seen_before_is_removed() {
    SessionStore store = store();
    store.add(key(1), session(ADA, NOON));
    store.add(key(2), new Session(ADA, NOON, NOON.plusSeconds(60)));
    store.add(key(3), new Session(BOB, NOON.plusSeconds(30), NOON.plusSeconds(60)));
    store.removeOlder(NOON, NOON.plusSeconds(60));

    assertThat(store.find(key(1))).isEmpty();
    assertThat(store.find(key(2))).isPresent();
    store.removeOlder(NOON.plusMillis(1), NOON);
    assertThat(store.find(key(2))).isEmpty();
    assertThat(store.find(key(3))).isPresent();
  }
}
