package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.alogins.oo.http.testkit.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting another system, the scripted one, and ending that. */
interface ConnectionCases extends People {

  private static String connecting(String more) {
    return "{\"connector\":\"scripted\",\"secret\":\"open sesame\"" + more + "}";
  }

  private static Answer connected(Client person) {
    return person.post("/v1/connections", connecting(",\"mayWrite\":true"));
  }

  private static JsonNode of(Client person) {
    return person.get("/v1/connections").json().get("connections");
  }

  @Test
  default void what_can_be_connected_is_said() {
    JsonNode all = somebody().get("/v1/connections").json();

    assertThat(all.at("/connectors/0/name").asText()).isEqualTo("scripted");
    assertThat(all.at("/connectors/0/asksThere").asBoolean()).isTrue();
    assertThat(all.at("/connectors/0/needsTarget").asBoolean()).isFalse();
    assertThat(all.at("/connectors/0/takesTarget").asBoolean()).isFalse();
    assertThat(all.at("/connectors/0/givesSecret").asBoolean()).isFalse();
    assertThat(all.at("/connectors/1/name").asText()).isEqualTo("pushing");
    assertThat(all.at("/connectors/1/takesTarget").asBoolean()).isTrue();
    assertThat(all.at("/connectors/1/givesSecret").asBoolean()).isTrue();
    assertThat(all.get("connections")).isEmpty();
  }

  @Test
  default void what_is_connected_is_seen_by_its_person_until_it_is_ended() {
    Client ada = somebody();
    Answer made = connected(ada);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).doesNotContain("sesame");
    String path = "/v1/connections/" + made.json().get("id").asText();
    assertThat(of(ada)).hasSize(1);
    assertThat(of(ada).at("/0/id")).isEqualTo(made.json().get("id"));
    assertThat(of(ada).at("/0/mayWrite").asBoolean()).isTrue();
    assertThat(of(somebody())).isEmpty();

    assertThat(ada.post(path + "/disconnect", "{}").json().get("revoked").isBoolean()).isTrue();

    assertThat(of(ada)).isEmpty();
    assertThat(ada.post(path + "/disconnect", "{}").status()).isEqualTo(404);
  }

  @Test
  default void to_connect_again_with_the_same_id_is_safe() {
    Client ada = somebody();
    String once = connecting(",\"id\":\"press 1\"");
    Answer first = ada.post("/v1/connections", once);
    Answer again = ada.post("/v1/connections", once);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
    assertThat(of(ada)).hasSize(1);
    assertThat(somebody().post("/v1/connections", once).status()).isEqualTo(201);
  }

  @Test
  default void a_secret_that_is_made_here_is_shown_once() {
    Client ada = somebody();
    String once = "{\"connector\":\"pushing\",\"id\":\"press 1\"}";
    Answer made = ada.post("/v1/connections", once);
    String first = made.json().path("secret").asText();

    Answer again = ada.post("/v1/connections", once);
    String path = "/v1/connections/" + made.json().get("id").asText() + "/reconnect";
    Answer fresh = ada.post(path, "{}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(first).startsWith("made here ");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().has("secret")).isFalse();
    assertThat(of(ada).get(0).has("secret")).isFalse();
    assertThat(fresh.json().path("secret").asText()).startsWith("made here ").isNotEqualTo(first);
    assertThat(ada.get("/v1/connections").body()).doesNotContain("made here");
  }

  @Test
  default void a_connection_is_let_in_again() {
    Client ada = somebody();
    String id = connected(ada).json().get("id").asText();

    Answer again =
        ada.post(
            "/v1/connections/" + id + "/reconnect",
            "{\"secret\":\"open sesame\",\"mayWrite\":false}");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("mayWrite").asBoolean()).isFalse();
    assertThat(of(ada)).hasSize(1);
  }

  @Test
  default void a_connection_of_somebody_else_answers_like_one_that_never_was() {
    String adas = connected(somebody()).json().get("id").asText();
    Client bob = somebody();

    for (String what : new String[] {"/disconnect {}", "/reconnect {\"secret\":\"s\"}"}) {
      String path = what.substring(0, what.indexOf(' '));
      String body = what.substring(what.indexOf(' ') + 1);
      Answer foreign = bob.post("/v1/connections/" + adas + path, body);
      Answer unknown = bob.post("/v1/connections/never" + path, body);
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(unknown.body());
    }
    Answer asked =
        bob.post(
            "/v1/connections/ask", "{\"connector\":\"scripted\",\"connection\":\"" + adas + "\"}");
    assertThat(asked.status()).isEqualTo(404);
  }

  private static String state(Answer asked) {
    return asked.json().get("page").asText().replaceFirst(".*state=", "");
  }

  @Test
  default void who_asks_for_a_connection_that_is_there_asks_its_own_system() {
    Client ada = somebody();
    Answer pushing = ada.post("/v1/connections", "{\"connector\":\"pushing\"}");

    Answer asked =
        ada.post(
            "/v1/connections/ask",
            "{\"connector\":\"scripted\",\"connection\":\"%s\"}"
                .formatted(pushing.json().get("id").asText()));

    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.detail()).isEqualTo("connector must be the one of the connection");
  }

  private static String returning(String state, String code) {
    return "{\"state\":\"" + state + "\",\"code\":\"" + code + "\"}";
  }

  @Test
  default void who_comes_back_from_the_other_systems_page_is_connected() {
    Client ada = somebody();
    Answer asked = ada.post("/v1/connections/ask", "{\"connector\":\"scripted\"}");
    String back = returning(state(asked), "good");

    assertThat(somebody().post("/v1/connections/redeem", back).status()).isEqualTo(404);
    Answer asksAgain = ada.post("/v1/connections/ask", "{\"connector\":\"scripted\"}");
    String again = returning(state(asksAgain), "good");
    assertThat(ada.post("/v1/connections/redeem", again).status()).isEqualTo(201);
    assertThat(ada.post("/v1/connections/redeem", again).status()).isEqualTo(404);
    assertThat(of(ada)).hasSize(1);
  }

  @Test
  default void a_code_that_is_not_good_connects_nothing() {
    Client ada = somebody();
    Answer asked = ada.post("/v1/connections/ask", "{\"connector\":\"scripted\"}");

    Answer refused = ada.post("/v1/connections/redeem", returning(state(asked), "bad"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).startsWith("code must ");
    assertThat(of(ada)).isEmpty();
  }

  @Test
  default void nobody_has_more_than_anybody_may() {
    Client ada = somebody();
    Answer asked = ada.post("/v1/connections/ask", "{\"connector\":\"scripted\"}");
    for (int i = 0; i < 32; i++) {
      assertThat(connected(ada).status()).isEqualTo(201);
    }

    assertThat(connected(ada).status()).isEqualTo(409);
    assertThat(ada.post("/v1/connections/redeem", returning(state(asked), "good")).status())
        .isEqualTo(409);
    assertThat(of(ada)).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connector {\"secret\":\"s\"}",
        "connector {\"connector\":\"other\",\"secret\":\"s\"}",
        "secret {\"connector\":\"scripted\"}",
        "secret {\"connector\":\"scripted\",\"secret\":\"\"}",
        "secret {\"connector\":\"scripted\",\"secret\":1}",
        "target {\"connector\":\"scripted\",\"secret\":\"s\",\"target\":\"x\"}",
        "mayWrite {\"connector\":\"scripted\",\"secret\":\"s\",\"mayWrite\":1}",
        "secret {\"connector\":\"pushing\",\"secret\":\"s\"}",
        "target {\"connector\":\"pushing\",\"target\":\"http://inside/\"}",
        "owner {\"connector\":\"scripted\",\"secret\":\"s\",\"owner\":\"x\"}"
      })
  default void what_cannot_be_connected_is_refused_by_name(String bad) {
    Client ada = somebody();

    Answer refused = ada.post("/v1/connections", bad.substring(bad.indexOf(' ') + 1));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains(bad.substring(0, bad.indexOf(' '))).contains(" must ");
    assertThat(of(ada)).isEmpty();
  }
}
