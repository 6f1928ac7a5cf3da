package net.alogins.oo.todoist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.alogins.oo.signal.ConnectorException.Kind.MALFORMED;
import static net.alogins.oo.signal.ConnectorException.Kind.REVOKED;
import static net.alogins.oo.signal.ConnectorException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import net.alogins.oo.remote.Failing;
import net.alogins.oo.signal.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTest {

  private Desk desk;
  private TodoistOAuth oauth;

  @BeforeEach
  void open() throws Exception {
    desk = new Desk();
    desk.account.add("Buy milk");
    oauth = desk.oauth();
    desk.connector = desk.connector.oauth(oauth);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void connect() throws Exception {
    desk.keys = Desk.keys(oauth.exchange(Agreeing.to(oauth, false)));
  }

  @Test
  void who_agrees_is_connected() throws Exception {
    Map<String, String> back = Agreeing.back(oauth, false);
    assertThat(back).containsEntry("state", Agreeing.STATE);

    desk.keys = Desk.keys(oauth.exchange(back.getOrDefault("code", "")));
    desk.fetch();

    assertThat(desk.titles()).containsExactly("Buy milk");
    assertThat(desk.keys.text(Secret.REFRESH)).isNotEmpty();
  }

  @Test
  void only_reading_is_asked_for_until_writing_is_allowed() {
    TodoistOAuth official =
        new TodoistOAuth(
            TodoistSite.official(), Desk.HTTP, Clock.systemUTC(), "an app&x=1", "secret");

    assertThat(official.page(Agreeing.STATE, false))
        .hasToString(
            "https://todoist.com/oauth/authorize?client_id=an+app%26x%3D1&scope=data:read&state="
                + Agreeing.STATE);
    assertThat(official.page(Agreeing.STATE, true).getQuery()).contains("scope=data:read_write&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "has a space in it, and is long", "é0123456789012345"})
  void a_state_that_can_be_guessed_is_refused(String state) {
    assertThatThrownBy(() -> oauth.page(state, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("state must match");
  }

  @Test
  void who_does_not_agree_has_no_code() throws Exception {
    desk.fake.refuseConsent();

    assertThat(Agreeing.back(oauth, false)).containsEntry("error", "access_denied");
  }

  @Test
  void a_code_is_good_once() throws Exception {
    String code = Agreeing.to(oauth, false);
    oauth.exchange(code);

    assertThat(Failing.of(() -> oauth.exchange(code)).kind()).isEqualTo(REVOKED);
  }

  @Test
  void a_token_that_has_expired_is_refreshed_and_the_new_ones_are_kept() throws Exception {
    connect();
    String access = desk.keys.text(Secret.ACCESS);
    String refresh = desk.keys.text(Secret.REFRESH);
    desk.clock.advance(Duration.ofHours(2));

    desk.fetch();

    assertThat(desk.titles()).containsExactly("Buy milk");
    assertThat(desk.keys.replaced()).containsExactly(Secret.REFRESH, Secret.ACCESS);
    assertThat(desk.keys.text(Secret.ACCESS)).isNotEqualTo(access).isNotEmpty();
    assertThat(desk.keys.text(Secret.REFRESH)).isNotEqualTo(refresh).isNotEmpty();
    for (int i = 0; i < 3; i++) {
      desk.clock.advance(Duration.ofDays(30));
      desk.fetch();
    }
    assertThat(desk.keys.replaced()).hasSize(8);
  }

  @Test
  void a_refresh_that_was_lost_may_be_repeated_within_a_minute() throws Exception {
    connect();
    desk.clock.advance(Duration.ofHours(2));
    String refresh = desk.keys.text(Secret.REFRESH);
    desk.fetch();
    desk.keys.replace(Secret.REFRESH, refresh.getBytes(UTF_8));
    desk.keys.replace(Secret.ACCESS, "lost".getBytes(UTF_8));

    desk.clock.advance(Duration.ofSeconds(30));
    desk.fetch();
    desk.keys.replace(Secret.REFRESH, refresh.getBytes(UTF_8));
    desk.keys.replace(Secret.ACCESS, "lost".getBytes(UTF_8));
    desk.clock.advance(Duration.ofSeconds(31));

    assertThat(Failing.of(desk::fetch).kind()).isEqualTo(REVOKED);
  }

  @Test
  void tokens_that_last_are_not_refreshed() throws Exception {
    desk.fake.handOutLastingTokens();
    connect();
    desk.clock.advance(Duration.ofDays(3650));

    desk.fetch();

    assertThat(desk.titles()).containsExactly("Buy milk");
    assertThat(desk.keys.replaced()).isEmpty();
    assertThat(desk.keys.text(Secret.REFRESH)).isEmpty();
  }

  @Test
  void who_took_the_agreement_back_has_to_connect_again() throws Exception {
    connect();
    desk.fake.revokeTokens();

    assertThat(Failing.of(desk::fetch).kind()).isEqualTo(REVOKED);
    assertThat(desk.keys.replaced()).isEmpty();
    connect();
    desk.fetch();
    assertThat(desk.titles()).containsExactly("Buy milk");
  }

  @Test
  void a_personal_token_that_was_revoked_is_refused() {
    desk.fake.revokeTokens();

    assertThat(Failing.of(desk::fetch).kind()).isEqualTo(REVOKED);
  }

  @Test
  void an_outage_while_a_token_is_refreshed_is_an_outage() throws Exception {
    connect();
    desk.clock.advance(Duration.ofHours(2));
    TodoistSite down = new TodoistSite(URI.create("http://127.0.0.1:1/"), desk.fake.url());
    desk.connector =
        desk.connector.oauth(
            new TodoistOAuth(
                down, Desk.HTTP, Clock.systemUTC(), FakeTodoist.CLIENT, FakeTodoist.SECRET));

    assertThat(Failing.of(desk::fetch).kind()).isEqualTo(UNAVAILABLE);
    desk.connector = desk.connector.oauth(oauth);
    desk.fetch();
    assertThat(desk.titles()).containsExactly("Buy milk");
  }

  @Test
  void who_disconnects_leaves_tokens_that_let_nobody_in() throws Exception {
    connect();
    desk.fetch();

    desk.connector.revoke(desk.keys);
    desk.connector.revoke(desk.keys);

    assertThat(Failing.of(desk::fetch).kind()).isEqualTo(REVOKED);
  }

  @Test
  void a_token_that_lasts_is_revoked_as_well() throws Exception {
    desk.fake.handOutLastingTokens();
    connect();

    desk.connector.revoke(desk.keys);

    assertThat(Failing.of(desk::fetch).kind()).isEqualTo(REVOKED);
  }

  @Test
  void a_token_that_was_pasted_is_not_said_to_be_revoked() throws Exception {
    assertThat(Failing.of(() -> desk.connector.revoke(desk.keys)))
        .hasMessage("only its person can revoke it");
    desk.fetch();

    assertThat(desk.titles()).containsExactly("Buy milk");
  }

  @Test
  void what_nobody_handed_out_is_not_revoked() throws Exception {
    desk.connector = TodoistConnector.at(desk.fake.site(), Desk.HTTP, Clock.systemUTC());

    assertThat(Failing.of(() -> desk.connector.revoke(desk.keys)))
        .hasMessage("only its person can revoke it");
    desk.fetch();

    assertThat(desk.titles()).containsExactly("Buy milk");
  }

  @Test
  void an_application_that_todoist_does_not_know_is_told_without_its_secret() throws Exception {
    connect();
    TodoistOAuth stranger =
        new TodoistOAuth(desk.fake.site(), Desk.HTTP, Clock.systemUTC(), "app", "canary");
    desk.connector = desk.connector.oauth(stranger);

    assertThat(Failing.of(() -> stranger.exchange("code")))
        .hasMessageNotContaining("canary")
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(REVOKED));
    assertThat(Failing.of(() -> desk.connector.revoke(desk.keys)))
        .hasMessageNotContaining("canary")
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(MALFORMED));
  }

  @Test
  void tokens_are_not_told_by_their_words() throws Exception {
    TodoistTokens tokens = oauth.exchange(Agreeing.to(oauth, false));

    assertThat(tokens).hasToString("tokens that expire");
    assertThat(tokens.refresh()).isPresent();
  }

  @Test
  void an_application_has_a_name_and_a_secret() {
    for (String[] blank : new String[][] {{"", "secret"}, {"app", " "}}) {
      assertThatThrownBy(
              () ->
                  new TodoistOAuth(
                      desk.fake.site(), Desk.HTTP, Clock.systemUTC(), blank[0], blank[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
