package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import net.alogins.oo.http.testkit.Client.Answer;
import org.junit.jupiter.api.Test;

/** Taking along what the recommender holds of oneself. */
interface ExportCases extends People {

  private static List<String> facts(JsonNode export, String pointer) {
    return StreamSupport.stream(export.get("facts").spliterator(), false)
        .map(fact -> fact.at(pointer).asText())
        .toList();
  }

  @Test
  default void everything_that_is_held_of_a_person_is_in_their_export() {
    String name = "user-" + UUID.randomUUID();
    Client ada = called(name);
    JsonNode tip = ada.post("/v1/tips", "{}").json().get("tip");
    String id = tip.get("id").asText();
    ada.post("/v1/feedback", People.reaction(id, "done", "press-1"));
    ada.post(
        "/v1/feedback",
        "{\"tip\":\"" + id + "\",\"kind\":\"undo\",\"id\":\"press-2\",\"target\":\"press-1\"}");
    ada.put("/v1/profile/consents", "{\"consents\":[\"recommend\"]}");

    Answer answer = ada.get("/v1/export");

    JsonNode export = answer.json();
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"oo-export.json\"");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(export.get("user").asText()).isEqualTo(name);
    assertThat(export.get("profile")).isEqualTo(ada.get("/v1/profile").json());
    assertThat(facts(export, "/fact"))
        .containsExactly("decided", "reacted", "retracted", "consented");
    assertThat(export.at("/facts/0/served")).isEqualTo(tip);
    assertThat(export.at("/facts/0/candidates"))
        .hasSize(export.at("/facts/0/decision/candidates").asInt());
    assertThat(facts(export, "/id")).containsExactly("", "press-1", "press-2", "");
    assertThat(export.at("/facts/2/target").asText()).isEqualTo("press-1");
    assertThat(export.at("/facts/3/consents").toString()).isEqualTo("[\"recommend\"]");
  }

  @Test
  default void nothing_of_anybody_else_is_in_an_export() {
    String name = "user-" + UUID.randomUUID();
    String adas = called(name).post("/v1/tips", "{}").tip();

    assertThat(somebody().get("/v1/export").body()).doesNotContain(name, adas);
    assertThat(called("admin-1").get("/v1/export?user=" + name).body()).doesNotContain(name, adas);
  }

  @Test
  default void an_export_of_many_rows_is_whole_and_in_order() {
    Client ada = somebody();
    String id = ada.post("/v1/tips", "{}").tip();
    for (int i = 0; i < 30; i++) {
      ada.post("/v1/feedback", People.reaction(id, "done", "press-" + i));
      ada.post(
          "/v1/feedback",
          "{\"tip\":\"%s\",\"kind\":\"undo\",\"target\":\"press-%d\"}".formatted(id, i));
    }

    JsonNode export = ada.get("/v1/export").json();

    assertThat(export.get("facts")).hasSize(61);
    assertThat(facts(export, "/seq").stream().map(Long::valueOf)).isSorted();
    assertThat(facts(export, "/seq")).doesNotHaveDuplicates();
  }
}
