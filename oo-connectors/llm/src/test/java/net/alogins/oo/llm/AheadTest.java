package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.History;
import net.alogins.oo.context.Past;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AheadTest {

  private final FakeLlm fake = FakeLlm.start();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final List<Candidate> list =
      new CopyOnWriteArrayList<>(List.of(Candidate.of("chores", "1", "Water the plants")));
  private final CandidateSource chores = context -> List.copyOf(list);
  private final LlmSource llm = opened().open();

  private LlmBuilder opened() {
    return LlmSource.from(Models.at(fake.base()))
        .beside(chores)
        .patience(Duration.ofSeconds(20))
        .clock(clock);
  }

  @AfterEach
  void close() {
    llm.close();
    fake.close();
  }

  private static Context of(String user, History history) {
    Context allowed = LlmSourceTest.ALLOWED;
    return new Context(
        new UserId(user), allowed.now(), allowed.profile(), allowed.attributes(), history);
  }

  private static Context of(String user) {
    return of(user, History.empty());
  }

  private List<String> titles(Context context) throws Exception {
    return llm.candidates(context).stream().map(Candidate::title).toList();
  }

  @Test
  void the_same_situation_is_asked_about_once() throws Exception {
    assertThat(titles(of("ada"))).isEqualTo(titles(of("ada"))).hasSize(1);

    assertThat(fake.asked()).hasSize(1);
  }

  @Test
  void a_changed_list_takes_what_is_there_and_has_new_ones_made_behind_it() throws Exception {
    titles(of("ada"));
    list.add(Candidate.of("chores", "2", "Call the plumber"));
    fake.answer(FakeLlm.suggesting("Look up his number"));

    assertThat(titles(of("ada"))).containsExactly("Fill the watering can");

    await().until(() -> titles(of("ada")).equals(List.of("Look up his number")));
    assertThat(fake.asked()).hasSize(2);
  }

  @Test
  void what_was_shown_is_not_gone_because_there_is_something_new() throws Exception {
    Candidate shown = llm.candidates(of("ada")).get(0);
    Past past = new Past(1, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    Context later = of("ada", new History(Map.of(shown.id(), past)));
    list.add(Candidate.of("chores", "2", "Call the plumber"));
    fake.answer(FakeLlm.suggesting("Look up his number"));
    titles(later);

    await().until(() -> titles(later).size() == 2);
    assertThat(titles(later)).containsExactly("Look up his number", "Fill the watering can");
  }

  @Test
  void a_suggestion_that_became_a_task_is_gone() throws Exception {
    titles(of("ada"));
    list.add(Candidate.of("chores", "2", "fill the WATERING can!"));

    assertThat(titles(of("ada"))).isEmpty();
  }

  @Test
  void nobody_is_told_what_is_made_for_others() throws Exception {
    titles(of("ada"));
    fake.answer(FakeLlm.suggesting("Stretch"));

    assertThat(titles(of("bob"))).containsExactly("Stretch");
    assertThat(titles(of("ada"))).containsExactly("Fill the watering can");
  }

  @Test
  void a_tip_need_not_wait() throws Exception {
    try (LlmSource hasty = opened().patience(Duration.ZERO).open()) {
      assertThatThrownBy(() -> hasty.candidates(of("ada"))).isInstanceOf(Absent.NotYet.class);

      await().until(() -> hasty.counters().containsKey("generations"));
      assertThat(hasty.candidates(of("ada"))).hasSize(1);
    }
  }

  @Test
  void a_spent_budget_ends_with_its_day() throws Exception {
    try (LlmSource poor = opened().budget(new Budget(1, 1_000_000)).open()) {
      poor.candidates(of("ada"));
      poor.forget(new UserId("ada"));
      assertThatThrownBy(() -> poor.candidates(of("ada"))).isInstanceOf(Absent.OverBudget.class);
      assertThat(poor.candidates(of("bob"))).hasSize(1);
      clock.advance(Duration.ofDays(1));

      assertThat(poor.candidates(of("ada"))).hasSize(1);
    }
  }

  @Test
  void tokens_are_a_budget_too() throws Exception {
    try (LlmSource poor = opened().budget(new Budget(10, 150)).open()) {
      poor.candidates(of("ada"));
      poor.forget(new UserId("ada"));

      assertThatThrownBy(() -> poor.candidates(of("ada"))).isInstanceOf(Absent.OverBudget.class);
    }
  }

  @Test
  void more_than_four_at_once_do_not_wait_for_the_model() throws Exception {
    fake.answer(Fault.HANGS.answering());
    try (LlmSource hasty = opened().patience(Duration.ZERO).open()) {
      for (int i = 0; i < 4; i++) {
        String user = "user-" + i;
        assertThatThrownBy(() -> hasty.candidates(of(user))).isInstanceOf(Absent.NotYet.class);
      }

      assertThatThrownBy(() -> hasty.candidates(of("ada"))).isInstanceOf(Absent.Busy.class);
    }
  }

  @Test
  void whoever_takes_consent_back_has_nothing_kept() throws Exception {
    titles(of("ada"));
    llm.candidates(SampleContexts.plain());
    fake.answer(FakeLlm.suggesting("Stretch"));

    assertThat(titles(of("ada"))).containsExactly("Stretch");
  }

  @Test
  void a_throttled_model_is_left_alone_for_as_long_as_it_says() throws Exception {
    fake.answer(
        (exchange, asked, server) -> {
          exchange.getResponseHeaders().set("Retry-After", "600");
          FakeLlm.send(exchange, 429, "{}");
        });
    assertThatThrownBy(() -> titles(of("ada"))).isInstanceOf(Absent.NotYet.class);
    fake.answer(FakeLlm.suggesting("Stretch"));
    clock.advance(Duration.ofSeconds(599));

    assertThatThrownBy(() -> titles(of("bob"))).isInstanceOf(Absent.LeftAlone.class);
    clock.advance(Duration.ofSeconds(2));
    assertThat(titles(of("bob"))).hasSize(1);
    assertThat(fake.asked()).hasSize(2);
  }

  @Test
  void a_redirect_is_not_followed() {
    fake.answer(Fault.REDIRECTS.answering());

    assertThatThrownBy(() -> titles(of("ada"))).isInstanceOf(Absent.NotYet.class);

    assertThat(fake.asked()).hasSize(1);
    assertThat(llm.counters()).containsEntry("failed.redirected", 1L);
  }

  @Test
  void a_connection_that_is_reset_is_a_failure() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread resetting = new Thread(() -> reset(socket));
      resetting.start();
      URI base = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1/");
      try (LlmSource source =
          LlmSource.from(Models.at(base)).beside(chores).patience(Duration.ofSeconds(20)).open()) {
        assertThatThrownBy(() -> source.candidates(of("ada"))).isInstanceOf(Absent.NotYet.class);
        assertThat(source.counters()).containsEntry("failed.unreachable", 1L);
      }
      resetting.join();
    }
  }

  private static void reset(ServerSocket server) {
    try (Socket socket = server.accept();
        InputStream in = socket.getInputStream()) {
      socket.setSoLinger(true, 0);
      in.read();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Test
  void slow_answers_are_asked_for_less() {
    Quality quality = new Quality();
    assertThat(quality.count(5)).isEqualTo(5);
    for (int i = 0; i < 50; i++) {
      quality.took(5_000);
    }

    assertThat(quality.factor()).isBetween(0.4, 0.41);
    assertThat(quality.count(5)).isEqualTo(2);
    assertThat(quality.patience(Duration.ofMillis(500))).isZero();
    assertThat(quality.longest(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(15));
    for (int i = 0; i < 50; i++) {
      quality.took(100);
    }
    assertThat(quality.count(5)).isEqualTo(5);
    assertThat(quality.patience(Duration.ofMillis(500))).isEqualTo(Duration.ofMillis(500));
  }
}
