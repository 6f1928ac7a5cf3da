package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.testkit.OpenApi;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class AnyJsonTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final OpenApi CONTRACT = OpenApi.document();
  private static final Recommender RECOMMENDER = House.builder().build();
  private static final List<Operation> OPERATIONS = Operations.of(RECOMMENDER);

  @AfterContainer
  static void close() {
    RECOMMENDER.close();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void any_json_is_a_question_or_refused(@ForAll("questions") String json) throws IOException {
    answers(json, "askForTip", "/v1/tips");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void any_json_is_a_reaction_or_refused(@ForAll("reactions") String json) throws IOException {
    answers(json, "giveFeedback", "/v1/feedback");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void any_text_is_answered(@ForAll String text) {
    for (String operation : List.of("askForTip", "giveFeedback")) {
      assertThat(House.answer(OPERATIONS, operation, text).status()).isLessThan(500);
    }
  }

  private static void answers(String json, String id, String path) throws IOException {
    int status = House.answer(OPERATIONS, id, json).status();
    Statistics.collect(status < 300 ? "taken" : "refused");

    assertThat(status).isIn(200, 201, 400, 404, 409);
    Statistics.coverage(seen -> seen.check("taken").count(count -> count > 20));
    Statistics.coverage(seen -> seen.check("refused").count(count -> count > 20));
    if (!CONTRACT.takes("POST", path, MAPPER.readTree(json))) {
      assertThat(status).isEqualTo(400);
    }
  }

  @Provide
  Arbitrary<String> questions() {
    Arbitrary<Object> attributes =
        Arbitraries.oneOf(scalars(), objects(Arbitraries.of("device", "minutesFree", "ü"), any()));
    return json(Arbitraries.oneOf(any(), objects(Arbitraries.of("attributes", "x"), attributes)));
  }

  @Provide
  Arbitrary<String> reactions() {
    String tip = RECOMMENDER.tip(House.ADA).tip().orElseThrow().id().toString();
    Arbitrary<String> kinds = Arbitraries.of("done", "snooze", "dismiss", "undo", "like");
    Arbitrary<String> ids = Arbitraries.of("1", "2", "done", "", "\n");
    Arbitrary<String> instants = Arbitraries.of("2026-12-01T00:00:00Z", "2026-12-01", "now");
    return json(
        Combinators.combine(
                field("tip", Arbitraries.just(tip), 9),
                field("kind", kinds, 9),
                field("id", ids, 5),
                field("until", instants, 2),
                field("target", ids, 2))
            .as((a, b, c, d, e) -> merged(List.of(a, b, c, d, e))));
  }

  /** Present with its usual values {@code often} times in 10, else absent or anything. */
  private static Arbitrary<Map<String, Object>> field(
      String name, Arbitrary<String> usual, int often) {
    Arbitrary<Map<String, Object>> good = usual.map(value -> Map.of(name, value));
    Arbitrary<Map<String, Object>> wild = any().map(value -> Map.of(name, value));
    return Arbitraries.frequencyOf(
        Tuple.of(10 * often, good),
        Tuple.of(10 * (10 - often), Arbitraries.just(Map.<String, Object>of())),
        Tuple.of(2, wild));
  }

  private static Object merged(List<Map<String, Object>> fields) {
    Map<String, Object> all = new HashMap<>();
    fields.forEach(all::putAll);
    return all;
  }

  private static Arbitrary<Object> any() {
    return nested(nested(scalars()));
  }

  private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(3).map(list -> list),
        objects(Arbitraries.strings().ofMaxLength(8), inner));
  }

  private static Arbitrary<Object> objects(Arbitrary<String> names, Arbitrary<Object> values) {
    return Arbitraries.maps(names, values).ofMaxSize(5).map(map -> map);
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(300).map(text -> text),
        Arbitraries.doubles().map(number -> number),
        Arbitraries.bigIntegers().map(number -> number),
        Arbitraries.of(true, false).map(truth -> truth),
        Arbitraries.just(MAPPER.nullNode()));
  }

  private static Arbitrary<String> json(Arbitrary<Object> values) {
    return values.map(value -> MAPPER.valueToTree(value)).map(Object::toString);
  }
}
