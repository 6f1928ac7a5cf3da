package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.alogins.oo.http.testkit.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every host of the contract must do, seen from outside. The server runs by the real clock,
 * and offers at least three candidates to any user it never saw before. What people may do is in
 * their names, {@link #roleOf}. They can connect the system called {@code scripted} of {@code
 * oo-signal-testkit}.
 */
public abstract class HttpContract
    implements OneTipCases,
        AdminCases,
        AccessCases,
        ProfileCases,
        ConnectionCases,
        MetricsCases,
        ExportCases,
        ReaderCases {

  /** Made by a subclass. */
  protected HttpContract() {}

  /**
   * The name of the role that the server gives to {@code user}: VIEWER, OPERATOR or ADMIN to one
   * whose name begins with it, in small letters and with a dash, and NONE to everybody else.
   */
  public static String roleOf(String user) {
    return Stream.of("VIEWER", "OPERATOR", "ADMIN")
        .filter(role -> user.startsWith(role.toLowerCase(Locale.ROOT) + "-"))
        .findFirst()
        .orElse("NONE");
  }

  /** Where the server listens. */
  protected abstract URI base();

  /** Makes {@code request} one of {@code user}. */
  protected abstract void sign(HttpRequest.Builder request, String user);

  @Override
  public Client called(String name) {
    return new Client(base(), this::sign, name);
  }

  @Test
  void from_asking_to_history() {
    Client ada = somebody();
    Answer asked =
        ada.post("/v1/tips", "{\"attributes\":{\"device\":\"phone\",\"minutesFree\":30}}");
    String tip = asked.tip();
    assertThat(asked.status()).isEqualTo(201);
    assertThat(ada.get(asked.header("Location")).json()).isEqualTo(asked.json());

    String done = People.reaction(tip, "done", "press-1");
    assertThat(People.receipt(ada.post("/v1/feedback", done))).isEqualTo("recorded press-1");
    assertThat(People.receipt(ada.post("/v1/feedback", done))).isEqualTo("repeated press-1");

    assertThat(People.silence(ada.get("/v1/tips/current"))).isEqualTo("none-open");
    JsonNode past = ada.get("/v1/tips").json();
    assertThat(past.at("/tips/0/tip")).isEqualTo(asked.json().get("tip"));
    assertThat(past.at("/tips/0/outcome").asText()).isEqualTo("done");
    assertThat(past.has("next")).isFalse();
  }

  @Test
  void asking_again_gives_the_tip_still_open() {
    Client ada = somebody();
    Answer first = ada.post("/v1/tips", "{}");
    Answer again = ada.post("/v1/tips", "application/json; charset=UTF-8", "{}");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void looking_decides_nothing() {
    Client ada = somebody();

    assertThat(People.silence(ada.get("/v1/tips/current"))).isEqualTo("none-open");
    assertThat(ada.get("/v1/tips").json().get("tips")).isEmpty();
  }

  @Test
  void done_undone_and_done_again() {
    Client ada = somebody();
    String tip = ada.post("/v1/tips", "{}").tip();
    ada.post("/v1/feedback", People.reaction(tip, "done", "1"));

    String undo = "{\"tip\":\"" + tip + "\",\"kind\":\"undo\",\"id\":\"2\",\"target\":\"1\"}";
    assertThat(People.receipt(ada.post("/v1/feedback", undo))).isEqualTo("recorded 2");
    assertThat(ada.get("/v1/tips/current").tip()).isEqualTo(tip);
    assertThat(People.receipt(ada.post("/v1/feedback", undo))).isEqualTo("repeated 2");
    assertThat(People.receipt(ada.post("/v1/feedback", People.reaction(tip, "done", "3"))))
        .isEqualTo("recorded 3");
    assertThat(ada.get("/v1/tips").json().at("/tips/0/outcome").asText()).isEqualTo("done");
  }

  @Test
  void a_reaction_without_an_id_has_that_of_its_kind() {
    Client ada = somebody();
    String tip = ada.post("/v1/tips", "{}").tip();
    String dismiss = "{\"tip\":\"" + tip + "\",\"kind\":\"dismiss\"}";

    assertThat(People.receipt(ada.post("/v1/feedback", dismiss))).isEqualTo("recorded dismiss");
    assertThat(People.receipt(ada.post("/v1/feedback", dismiss))).isEqualTo("repeated dismiss");
    String undo = "{\"tip\":\"" + tip + "\",\"kind\":\"undo\",\"target\":\"dismiss\"}";
    assertThat(People.receipt(ada.post("/v1/feedback", undo))).isEqualTo("recorded undo dismiss");
  }

  @Test
  void a_snoozed_tip_makes_room_for_another() {
    Client ada = somebody();
    String tip = ada.post("/v1/tips", "{}").tip();
    Instant until = Instant.now().plus(Duration.ofHours(1));
    String snooze = "{\"tip\":\"" + tip + "\",\"kind\":\"snooze\",\"until\":\"" + until + "\"}";

    assertThat(People.receipt(ada.post("/v1/feedback", snooze))).isEqualTo("recorded snooze");
    assertThat(ada.post("/v1/tips", "{}").tip()).isNotEqualTo(tip);
    assertThat(ada.get("/v1/tips").json().at("/tips/1/outcome").asText()).isEqualTo("snoozed");
  }

  @Test
  void one_id_for_two_reactions_is_a_conflict() {
    Client ada = somebody();
    String tip = ada.post("/v1/tips", "{}").tip();
    ada.post("/v1/feedback", People.reaction(tip, "done", "press"));

    Answer conflict = ada.post("/v1/feedback", People.reaction(tip, "dismiss", "press"));

    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.detail()).startsWith("id ");
    assertThat(ada.get("/v1/tips").json().at("/tips/0/outcome").asText()).isEqualTo("done");
  }

  @Test
  void a_tip_of_somebody_else_answers_like_one_that_never_was() {
    String adas = somebody().post("/v1/tips", "{}").tip();
    Client bob = somebody();

    Answer foreign = bob.post("/v1/feedback", People.reaction(adas, "done", "1"));
    Answer unknown = bob.post("/v1/feedback", People.reaction(People.UNKNOWN, "done", "2"));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(bob.get("/v1/tips").json().get("tips")).isEmpty();
  }

  @Test
  void history_comes_in_pages_newest_first() {
    Client ada = somebody();
    List<String> given = new ArrayList<>();
    for (String kind : List.of("done", "dismiss")) {
      String tip = ada.post("/v1/tips", "{}").tip();
      ada.post("/v1/feedback", People.reaction(tip, kind, "1"));
      given.add(0, tip);
    }
    given.add(0, ada.post("/v1/tips", "{}").tip());

    List<String> seen = new ArrayList<>();
    JsonNode page = ada.get("/v1/tips?limit=1").json();
    for (; page.has("next"); page = next(ada, page)) {
      assertThat(page.get("tips")).hasSize(1);
      seen.add(page.at("/tips/0/tip/id").asText());
    }
    seen.add(page.at("/tips/0/tip/id").asText());

    assertThat(seen).isEqualTo(given);
    assertThat(ada.get("/v1/tips?limit=3").json().has("next")).isFalse();
  }

  private static JsonNode next(Client client, JsonNode page) {
    return client.get("/v1/tips?limit=1&before=" + page.get("next").asText()).json();
  }

  @ParameterizedTest
  @MethodSource("badPages")
  void a_bad_page_is_refused_by_name(String query) {
    Answer refused = somebody().get("/v1/tips?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).startsWith(query.substring(0, query.indexOf('=')) + " must ");
  }

  static List<String> badPages() {
    return BadRequest.pages();
  }

  static List<BadRequest> badRequests() {
    return BadRequest.all();
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void a_bad_request_is_refused_by_name(BadRequest bad) {
    Client ada = somebody();
    JsonNode profile = ada.get("/v1/profile").json();

    Answer refused =
        ada.send(bad.method(), bad.path(), bad.contentType(), BodyPublishers.ofString(bad.body()));

    assertThat(refused.status()).isEqualTo(bad.status());
    assertThat(refused.detail()).contains(bad.field()).contains(" must ");
    assertThat(ada.get("/v1/tips").json().get("tips")).isEmpty();
    assertThat(ada.get("/v1/profile").json()).isEqualTo(profile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-32", "ISO-8859-1"})
  void a_body_that_is_not_utf_8_is_refused(String charset) {
    byte[] body = "{\"attributes\":{\"device\":\"téléphone\"}}".getBytes(Charset.forName(charset));

    Answer refused = somebody().post("/v1/tips", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).startsWith("body must ");
  }

  @Test
  void a_body_of_exactly_the_limit_is_taken() {
    byte[] padded = (" ".repeat(262_142) + "{}").getBytes(StandardCharsets.UTF_8);

    assertThat(somebody().post("/v1/tips", padded).status()).isEqualTo(201);
  }

  @Test
  void the_zone_of_a_person_is_theirs() {
    Client ada = somebody();

    JsonNode changed = ada.put("/v1/profile/zone", "{\"zone\":\"Pacific/Auckland\"}").json();

    assertThat(changed.get("zone").asText()).isEqualTo("Pacific/Auckland");
    assertThat(ada.get("/v1/profile").json()).isEqualTo(changed);
    assertThat(somebody().get("/v1/profile").json().get("zone").asText())
        .isNotEqualTo("Pacific/Auckland");
  }

  @Test
  void who_allows_nothing_is_given_no_tip() {
    Client ada = somebody();
    assertThat(ada.get("/v1/profile").json().get("consents").toString())
        .isEqualTo("[\"recommend\",\"learn\"]");
    ada.post("/v1/tips", "{}");

    Answer none = ada.put("/v1/profile/consents", "{\"consents\":[]}");

    assertThat(none.json().get("consents")).isEmpty();
    assertThat(People.silence(ada.post("/v1/tips", "{}"))).isEqualTo("no-consent");
    ada.put("/v1/profile/consents", "{\"consents\":[\"recommend\",\"llm\"]}");
    assertThat(ada.post("/v1/tips", "{}").status()).isEqualTo(201);
    assertThat(ada.get("/v1/profile").json().get("consents").toString())
        .isEqualTo("[\"recommend\",\"llm\"]");
  }

  @Test
  void nobody_learns_nothing() {
    assertThat(nobody().get("/v1/profile").status()).isEqualTo(401);
    assertThat(nobody().put("/v1/profile/zone", "{}").status()).isEqualTo(401);
    assertThat(nobody().put("/v1/profile/consents", "{}").status()).isEqualTo(401);
    assertThat(nobody().post("/v1/tips", "{}").status()).isEqualTo(401);
    assertThat(nobody().get("/v1/tips").status()).isEqualTo(401);
    assertThat(nobody().get("/v1/tips/current").status()).isEqualTo(401);
    assertThat(nobody().post("/v1/feedback", "{").status()).isEqualTo(401);
  }

  @Test
  void what_is_personal_is_not_stored_on_the_way() {
    assertThat(somebody().post("/v1/tips", "{}").header("Cache-Control")).isEqualTo("no-store");
    assertThat(somebody().get("/v1/tips").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void health_and_contract_are_for_everybody() {
    assertThat(nobody().get("/health/live").json().get("status").asText()).isEqualTo("live");
    assertThat(nobody().get("/health/ready").json().get("status").asText()).isEqualTo("ready");
    assertThat(nobody().get("/openapi.yaml").body()).startsWith("openapi: 3.1");
  }
}
