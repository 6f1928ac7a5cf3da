package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.StreamSupport;
import net.alogins.oo.http.testkit.Client.Answer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What those do who run a recommender. */
interface AdminCases extends People {

  @Test
  default void a_viewer_sees_how_everything_stands_and_nobody_in_it() {
    String name = "user-" + UUID.randomUUID();
    called(name).post("/v1/tips", "{}");

    Answer standing = viewer().get("/v1/admin/standing");

    assertThat(standing.json().at("/counters/decisions.decided").asLong()).isPositive();
    assertThat(standing.json().get("stuck")).isEmpty();
    assertThat(standing.json().get("lags").has("tip-scores")).isTrue();
    assertThat(standing.body()).doesNotContain(name);
  }

  @Test
  default void learning_everything_again_comes_to_the_same() {
    Client ada = somebody();
    ada.post("/v1/feedback", People.reaction(ada.post("/v1/tips", "{}").tip(), "done", "1"));
    JsonNode before = viewer().get("/v1/admin/policy").json();

    JsonNode after = operator().post("/v1/admin/rebuild", "{}").json();

    assertThat(after).isEqualTo(before);
  }

  @Test
  default void a_viewer_sees_what_a_decision_was_made_of() {
    String name = "user-" + UUID.randomUUID();
    String tip = called(name).post("/v1/tips", "{}").tip();

    JsonNode decision = viewer().get("/v1/admin/decisions/" + tip + "?user=" + name).json();

    JsonNode candidates = decision.get("candidates");
    assertThat(decision.at("/chosen/tip/id").asText()).isEqualTo(tip);
    assertThat(decision.at("/chosen/decision/candidates").asInt()).isEqualTo(candidates.size());
    assertThat(
            StreamSupport.stream(candidates.spliterator(), false)
                .mapToDouble(candidate -> candidate.get("propensity").asDouble())
                .sum())
        .isEqualTo(1, Offset.offset(1e-9));
    assertThat(decision.get("stages").has("ranking")).isTrue();
  }

  @Test
  default void a_decision_made_again_comes_out_the_same() {
    String name = "user-" + UUID.randomUUID();
    String tip = called(name).post("/v1/tips", "{}").tip();

    Answer replayed =
        operator().post("/v1/admin/decisions/" + tip + "/replay", "{\"user\":\"" + name + "\"}");

    assertThat(replayed.json().get("verdict").asText()).isEqualTo("identical");
  }

  @Test
  default void a_decision_of_another_is_like_one_that_never_was_for_those_who_may_look_too() {
    String adas = somebody().post("/v1/tips", "{}").tip();
    String ofBob = "?user=user-" + UUID.randomUUID();

    Answer foreign = viewer().get("/v1/admin/decisions/" + adas + ofBob);
    Answer unknown = viewer().get("/v1/admin/decisions/" + UNKNOWN + ofBob);

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(viewer().get("/v1/tips/" + adas).status()).isEqualTo(404);
  }

  @Test
  default void what_is_no_dead_letter_cannot_be_driven_again() {
    String name = "user-" + UUID.randomUUID();
    String tip = called(name).post("/v1/tips", "{}").tip();
    String redrive = "/v1/admin/dead-letters/" + tip + "/redrive";

    assertThat(viewer().get("/v1/admin/dead-letters").json().get("deadLetters")).isEmpty();
    assertThat(operator().post(redrive, "{\"user\":\"" + name + "\"}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("net.alogins.oo.http.testkit.BadRequest#administrative")
  default void a_bad_request_of_an_operator_is_refused_by_name(BadRequest bad) {
    Answer refused =
        operator()
            .send(bad.method(), bad.path(), bad.contentType(), BodyPublishers.ofString(bad.body()));

    assertThat(refused.status()).isEqualTo(bad.status());
    assertThat(refused.detail()).contains(bad.field()).contains(" must ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?user=", "?user=%0A", "?user=a&user=b", "?person=a"})
  default void whose_decision_it_is_must_be_said_once(String query) {
    Answer refused = viewer().get("/v1/admin/decisions/" + UNKNOWN + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).startsWith("user must ");
  }
}
