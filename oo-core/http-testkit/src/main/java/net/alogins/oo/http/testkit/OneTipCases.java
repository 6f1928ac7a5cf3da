package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.alogins.oo.http.testkit.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at one tip, by its path. */
interface OneTipCases extends People {

  @Test
  default void one_tip_says_how_it_was_chosen_and_what_became_of_it() {
    Client ada = somebody();
    JsonNode asked = ada.post("/v1/tips", "{}").json();
    String path = "/v1/tips/" + asked.at("/tip/id").textValue();

    JsonNode open = ada.get(path).json();
    assertThat(open.get("tip")).isEqualTo(asked.get("tip"));
    assertThat(open.get("outcome").asText()).isEqualTo("open");
    assertThat(open.at("/decision/policy").asText()).isNotEmpty();
    assertThat(open.at("/decision/propensity").asDouble()).isGreaterThan(0).isLessThan(1);
    assertThat(open.at("/decision/candidates").asInt()).isGreaterThanOrEqualTo(3);

    ada.post("/v1/feedback", People.reaction(open.at("/tip/id").asText(), "dismiss", "1"));
    JsonNode dismissed = ada.get(path).json();
    assertThat(dismissed.get("outcome").asText()).isEqualTo("dismissed");
    assertThat(dismissed.get("decision")).isEqualTo(open.get("decision"));
  }

  @Test
  default void one_tip_of_somebody_else_answers_byte_for_byte_like_one_that_never_was() {
    String adas = somebody().post("/v1/tips", "{}").tip();
    Client bob = somebody();

    Answer foreign = bob.get("/v1/tips/" + adas);
    Answer unknown = bob.get("/v1/tips/" + UNKNOWN);
    Answer malformed = bob.get("/v1/tips/" + adas.substring(1));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body()).isEqualTo(malformed.body());
    assertThat(foreign.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
  }

  /** ID stands for a tip that was given: only as it is written does it name that tip. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/tips/",
        "/v1/tips//",
        "/v1/tips/ID/",
        "/v1/tips/ID/more",
        "/v1/tips//ID",
        "/v1/tips/./ID",
        "/v1/tips/../tips/ID",
        "/v1/tips/x/../ID",
        "/v1/tips/..",
        "/v1/tips/%2e%2e",
        "/v1/tips/%2e%2e%2ftips%2fID",
        "/v1/tips/ID%2F",
        "/v1/tips/ID%5C",
        "/v1/tips/%2FID",
        "/v1/tips%2FID",
        "/v1/tips/ID%00",
        "/v1/tips/ID%20",
        "/v1/tips/ID%0A",
        "/v1/tips/ID;a=b",
        "/v1/tips;a=b/ID",
        "/v1/tips/%7Btip%7D",
        "/v1/tips/%C0%AEID",
        "/v1/%74ips/ID"
      })
  default void a_path_that_is_not_as_the_contract_writes_it_names_nothing(String trick) {
    Client ada = somebody();
    String tip = ada.post("/v1/tips", "{}").tip();

    Answer answer = ada.anything(trick.replace("ID", tip));

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("candidates", "outcome");
  }
}
