package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-03-01T12:00:00Z"));
  private final InMemorySessionStore store = new InMemorySessionStore();
  private final Sessions sessions = new Sessions(store, clock);

  @Test
  void a_session_is_somebodys_until_it_is_ended() {
    String ada = sessions.begin(ADA);
    String bob = sessions.begin(BOB);
    assertThat(sessions.user(ada)).contains(ADA);

    sessions.end(ada);

    assertThat(sessions.user(ada)).isEmpty();
    assertThat(sessions.user(bob)).contains(BOB);
  }

  @Test
  void an_id_has_256_bits_and_is_never_the_same() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      ids.add(sessions.begin(new UserId("user " + i)));
    }

    assertThat(ids).hasSize(1_000).allMatch(id -> id.matches("[A-Za-z0-9_-]{43}"));
  }

  @Test
  void the_id_itself_is_not_kept() {
    String id = sessions.begin(ADA);

    assertThat(store.find(id)).isEmpty();
    assertThat(store.find(Secrets.hash(id))).isPresent();
    assertThat(sessions.user(Secrets.hash(id))).isEmpty();
  }

  @Test
  void a_session_is_of_the_issuer_that_it_began_with() {
    Sessions old = new Sessions(store, clock, "https://id.example.com");
    String id = old.begin(ADA);

    assertThat(new Sessions(store, clock, "https://id.example.com").user(id)).contains(ADA);
    assertThat(new Sessions(store, clock, "https://id.example.com/").user(id)).isEmpty();
    assertThat(sessions.user(id)).isEmpty();
    assertThat(store.find(Secrets.hash(id))).isEmpty();
    old.end(id);
    assertThat(old.user(id)).isEmpty();
  }

  @Test
  void a_session_that_nobody_uses_ends() {
    String id = sessions.begin(ADA);
    clock.advance(Sessions.IDLE.minusMillis(1));
    assertThat(sessions.user(id)).contains(ADA);
    clock.advance(Sessions.IDLE);

    assertThat(sessions.user(id)).isEmpty();
  }

  @Test
  void a_session_ends_however_often_it_is_used() {
    String id = sessions.begin(ADA);
    for (Duration age = Duration.ZERO; age.compareTo(Sessions.LONGEST) < 0; age = age.plusDays(1)) {
      assertThat(sessions.user(id)).contains(ADA);
      clock.advance(Duration.ofDays(1));
    }

    assertThat(sessions.user(id)).isEmpty();
  }

  @Test
  void all_sessions_of_one_person_end_at_once() {
    String desk = sessions.begin(ADA);
    String phone = sessions.begin(ADA);
    String bob = sessions.begin(BOB);

    sessions.endAll(ADA);

    assertThat(sessions.user(desk)).isEmpty();
    assertThat(sessions.user(phone)).isEmpty();
    assertThat(sessions.user(bob)).contains(BOB);
  }

  @Test
  void one_sees_ones_own_sessions_and_ends_one_by_its_name() {
    String desk = sessions.begin(ADA);
    clock.advance(Duration.ofMinutes(1));
    String phone = sessions.begin(ADA);
    String bob = sessions.begin(BOB);

    assertThat(sessions.of(ADA))
        .extracting(OwnSession::name)
        .containsExactly(sessions.name(phone), sessions.name(desk));
    assertThat(sessions.end(BOB, sessions.name(desk))).isFalse();
    assertThat(sessions.end(ADA, sessions.name(desk))).isTrue();
    assertThat(sessions.end(ADA, sessions.name(desk))).isFalse();

    assertThat(sessions.user(desk)).isEmpty();
    assertThat(sessions.user(phone)).contains(ADA);
    assertThat(sessions.user(bob)).contains(BOB);
  }

  @Test
  void a_name_says_nothing_and_signs_nobody_in() {
    String id = sessions.begin(ADA);
    String name = sessions.of(ADA).get(0).name();

    assertThat(name).matches("[A-Za-z0-9_-]{22}");
    assertThat(Secrets.hash(id)).doesNotContain(name);
    assertThat(id).doesNotContain(name);
    assertThat(sessions.user(name)).isEmpty();
    assertThat(store.find(name)).isEmpty();
  }

  @Test
  void a_session_that_has_ended_is_not_in_the_list() {
    sessions.begin(ADA);
    clock.advance(Sessions.IDLE);

    assertThat(sessions.of(ADA)).isEmpty();
  }

  @Test
  void one_too_many_ends_the_oldest() {
    String first = sessions.begin(ADA);
    clock.advance(Duration.ofMillis(1));
    String second = sessions.begin(ADA);
    for (int i = 1; i < Sessions.MOST; i++) {
      clock.advance(Duration.ofMillis(1));
      sessions.begin(ADA);
    }

    assertThat(sessions.user(first)).isEmpty();
    assertThat(sessions.user(second)).contains(ADA);
  }

  @Test
  void what_is_no_id_is_nobodys() {
    assertThat(sessions.user("")).isEmpty();
    assertThat(sessions.user("x".repeat(43))).isEmpty();
    assertThat(sessions.user("x".repeat(100_000))).isEmpty();
  }
}
