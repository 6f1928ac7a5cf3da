package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  private static final Rate TWO = new Rate(2, Duration.ofSeconds(10));

  private static final Rate STRAY = new Rate(1, Duration.ofHours(1));

  private long now = Long.MAX_VALUE - 5;
  private final Stores stores = Stores.inMemory();
  private final Recommender recommender = House.builder().stores(stores).build();
  private final List<Operation> operations =
      Operations.on(recommender).limits(new Limits(TWO, TWO, STRAY, () -> now)).list();

  @AfterEach
  void close() {
    recommender.close();
  }

  @Test
  void who_asks_too_often_is_told_when_to_come_back() {
    assertThat(profile("ada").status()).isEqualTo(200);
    pass(Duration.ofSeconds(3));
    assertThat(profile("ada").status()).isEqualTo(200);

    Response refused = profile("ada");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "7");
    assertThat(House.text(refused)).contains("Too Many Requests", " must ");
    pass(Duration.ofMillis(6_999));
    assertThat(profile("ada").status()).isEqualTo(429);
    pass(Duration.ofMillis(1));
    assertThat(profile("ada").status()).isEqualTo(200);
    assertThat(profile("ada").status()).isEqualTo(429);
  }

  @Test
  void a_bucket_is_never_more_than_full() {
    profile("ada");
    pass(Duration.ofDays(30));

    assertThat(List.of(profile("ada").status(), profile("ada").status(), profile("ada").status()))
        .containsExactly(200, 200, 429);
  }

  @Test
  void what_one_asks_is_nothing_to_another() {
    profile("ada");
    profile("ada");

    assertThat(profile("ada").status()).isEqualTo(429);
    assertThat(profile("bob").status()).isEqualTo(200);
  }

  @Test
  void all_operations_count_and_those_for_everybody_do_not() {
    answer("live", known("ada"), "/health/live", "");
    answer("askForTip", known("ada"), "/v1/tips", "{}");
    answer("standing", known("ada"), "/v1/admin/standing", "");

    assertThat(answer("askForTip", known("ada"), "/v1/tips", "{}").status()).isEqualTo(429);
    assertThat(answer("live", known("ada"), "/health/live", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1, 429",
    "192.0.2.1, 192.0.2.2, 401",
    "2001:db8:0:1::1, 2001:db8:0:1:ffff::2, 429",
    "2001:db8:0:1::1, 2001:db8:0:2::1, 401",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2, 401",
    "[2001:db8:0:1::1], [2001:db8:0:1:ffff::2], 429",
    "[2001:db8:0:1:0:0:0:1], 2001:db8:0:1::2, 429",
    "[2001:db8:0:1::1], [2001:db8:0:2::1], 401",
    "fe80::1%eth0, fe80::2%eth0, 429",
    "[fe80:0:0:0:0:0:0:1%2], [fe80:0:0:0:0:0:0:2%2], 429",
    "[::ffff:192.0.2.1], [::ffff:192.0.2.2], 401",
    "[], [], 429",
    "1:2:3, 1:2:3, 429",
    "unix:socket, unix:socket, 429"
  })
  void strangers_are_told_apart_by_their_network(String first, String next, int status) {
    stranger(first);
    stranger(first);

    assertThat(stranger(next).status()).isEqualTo(status);
  }

  @Test
  void strangers_without_an_address_are_refused_as_ever() {
    for (int i = 0; i < 10; i++) {
      Caller nobody = new Caller(Optional.empty(), Role.NONE, Optional.empty());
      assertThat(answer("profile", nobody, "/v1/profile", "").status()).isEqualTo(401);
    }
  }

  @Test
  void feedback_on_tips_that_never_were_is_kept_only_so_often() {
    assertThat(feedback("ada", "0".repeat(32)).status()).isEqualTo(404);
    pass(Duration.ofMinutes(1));
    long rows = stores.log().read(0, 100).size();

    Response refused = feedback("ada", "1".repeat(32));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "3540");
    assertThat(stores.log().read(0, 100)).hasSize((int) rows);
    assertThat(feedback("bob", "1".repeat(32)).status()).isEqualTo(404);
    pass(Duration.ofHours(1));
    assertThat(feedback("ada", "1".repeat(32)).status()).isEqualTo(404);
  }

  @Test
  void who_asks_at_once_has_no_more_kept_than_one_after_the_other() throws Exception {
    Rate often = new Rate(100, Duration.ofSeconds(1));
    List<Operation> busy =
        Operations.on(recommender).limits(new Limits(often, often, STRAY, () -> now)).list();
    ExecutorService together = Executors.newFixedThreadPool(60);
    CountDownLatch ready = new CountDownLatch(60);
    AtomicInteger tip = new AtomicInteger();
    Callable<Integer> stray =
        () -> {
          ready.countDown();
          ready.await();
          String done = done("%032x".formatted(tip.incrementAndGet()));
          return answer(busy, "giveFeedback", known("ada"), "/v1/feedback", done).status();
        };
    try {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : together.invokeAll(Collections.nCopies(60, stray))) {
        answers.add(answer.get());
      }

      assertThat(answers).filteredOn(status -> status == 404).hasSize(1);
      assertThat(answers).filteredOn(status -> status == 429).hasSize(59);
      assertThat(stores.log().read(0, 100)).hasSize(1);
    } finally {
      together.shutdownNow();
    }
  }

  @Test
  void feedback_that_was_no_stray_or_was_refused_takes_no_room() {
    String tip = recommender.tip(House.ADA).tip().orElseThrow().id().toString();
    feedback("ada", tip);
    String snooze =
        "{\"tip\":\"" + tip + "\",\"kind\":\"snooze\",\"until\":\"2000-01-01T00:00:00Z\"}";
    pass(Duration.ofMinutes(1));
    assertThat(answer("giveFeedback", known("ada"), "/v1/feedback", snooze).status())
        .isEqualTo(400);
    pass(Duration.ofMinutes(1));

    assertThat(feedback("ada", "0".repeat(32)).status()).isEqualTo(404);
    assertThat(feedback("ada", "1".repeat(32)).status()).isEqualTo(429);
  }

  @Test
  void feedback_on_a_tip_that_was_given_is_taken_whatever_else_was_said() {
    String tip = recommender.tip(House.ADA).tip().orElseThrow().id().toString();
    feedback("ada", "0".repeat(32));

    assertThat(feedback("ada", tip).status()).isEqualTo(200);
  }

  @Test
  void no_more_callers_are_remembered_than_the_most() {
    Buckets buckets = new Buckets(TWO, () -> now, () -> 1);
    buckets.take("first");
    buckets.take("first");
    for (int i = 0; i < Buckets.MOST; i++) {
      buckets.take("caller " + i);
      buckets.take("first");
    }

    assertThat(buckets.size()).isEqualTo(Buckets.MOST);
    assertThat(buckets.left("first")).isPositive();
    assertThat(buckets.left("caller 0")).isZero();
  }

  @Test
  void processes_that_share_a_limit_have_a_part_of_it_each_and_one_at_least() {
    Rate six = new Rate(6, Duration.ofSeconds(10));
    AtomicInteger processes = new AtomicInteger(3);
    Buckets buckets = new Buckets(six, () -> now, processes::get);

    assertThat(buckets.take("ada")).isZero();
    assertThat(buckets.take("ada")).isZero();
    assertThat(buckets.take("ada")).isEqualTo(Duration.ofSeconds(30));
    pass(Duration.ofSeconds(30));
    assertThat(buckets.take("ada")).isZero();
    processes.set(1);
    pass(Duration.ofSeconds(10));
    assertThat(buckets.take("ada")).isZero();
    assertThat(buckets.take("ada")).isPositive();

    processes.set(100);
    assertThat(buckets.take("bob")).isZero();
    assertThat(buckets.take("bob")).isEqualTo(Duration.ofSeconds(1000));
  }

  @Test
  void a_rate_that_is_none_is_refused_by_name() {
    assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1))).hasMessageContaining("burst must");
    assertThatThrownBy(() -> new Rate(1, Duration.ZERO)).hasMessageContaining("every must");
    assertThatThrownBy(() -> new Rate(1, Duration.ofDays(2))).hasMessageContaining("every must");
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private Response profile(String name) {
    return answer("profile", known(name), "/v1/profile", "");
  }

  private Response stranger(String address) {
    Caller stranger = new Caller(Optional.empty(), Role.NONE, Optional.of(address));
    return answer("profile", stranger, "/v1/profile", "");
  }

  private Response feedback(String name, String tip) {
    return answer("giveFeedback", known(name), "/v1/feedback", done(tip));
  }

  private static String done(String tip) {
    return "{\"tip\":\"" + tip + "\",\"kind\":\"done\"}";
  }

  private static Caller known(String name) {
    return new Caller(Optional.of(new UserId(name)), Role.NONE, Optional.of("192.0.2.1"));
  }

  private Response answer(String id, Caller caller, String path, String body) {
    return answer(operations, id, caller, path, body);
  }

  private static Response answer(
      List<Operation> operations, String id, Caller caller, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Request request = new Request(caller, path, "", House.JSON, new ByteArrayInputStream(bytes));
    return House.named(operations, id).answer(request);
  }
}
