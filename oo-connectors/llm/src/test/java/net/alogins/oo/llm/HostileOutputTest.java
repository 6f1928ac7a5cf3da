package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileOutputTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLEAN = "Fill the can";

  private final FakeLlm fake = FakeLlm.start();
  private final LlmSource llm =
      LlmSource.from(Models.at(fake.base()))
          .beside(
              context ->
                  List.of(
                      Candidate.of("chores", "1", "Water the plants"),
                      Candidate.of("chores", "2", "Call the plumber")))
          .patience(Duration.ofSeconds(20))
          .clock(new SteppingClock())
          .open();

  @AfterEach
  void close() {
    llm.close();
    fake.close();
  }

  private static List<JsonNode> corpus() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String line : Resource.text("hostile.jsonl").lines().toList()) {
      all.add(JSON.readTree(line));
    }
    return all;
  }

  @Test
  void of_two_hundred_hostile_outputs_none_becomes_an_unclean_candidate() throws Exception {
    List<JsonNode> corpus = corpus();
    int number = 0;
    for (JsonNode each : corpus) {
      fake.answer(FakeLlm.content(content(each)));
      for (Candidate candidate : candidates("user-" + number++)) {
        assertClean(candidate.title(), each);
      }
    }

    assertThat(corpus).hasSizeGreaterThanOrEqualTo(200);
    assertCounted(corpus);
  }

  private List<Candidate> candidates(String user) throws Exception {
    try {
      Context allowed = LlmSourceTest.ALLOWED;
      return llm.candidates(
          new Context(
              new UserId(user),
              allowed.now(),
              allowed.profile(),
              allowed.attributes(),
              allowed.history()));
    } catch (Absent none) {
      return List.of();
    }
  }

  private static String content(JsonNode each) {
    return each.has("content")
        ? each.get("content").asText()
        : FakeLlm.suggestions(each.get("title").asText().repeat(each.path("times").asInt(1)));
  }

  /** Looks at characters and words by itself: it shares nothing with what cleans. */
  private static void assertClean(String title, JsonNode origin) {
    String small = title.toLowerCase(Locale.ROOT);
    assertThat(title.length()).as("%s", origin).isBetween(1, 200);
    assertThat(small)
        .as("%s", origin)
        .doesNotContain(
            "evil",
            "<",
            ">",
            "{",
            "}",
            "\\",
            "`",
            "://",
            "www.",
            "script:",
            "](",
            "![",
            "&#",
            "data:",
            "water the plants",
            "call the plumber",
            "\ufe0f",
            "\u3164",
            "\u2800");
    title
        .codePoints()
        .forEach(
            character ->
                assertThat(Character.getType(character))
                    .as("U+%04X in %s", character, origin)
                    .isNotIn(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.PRIVATE_USE,
                        (int) Character.UNASSIGNED,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR));
  }

  /** Each output is a candidate, a counted rejection, or a counted failure. */
  private void assertCounted(List<JsonNode> corpus) {
    Map<String, Long> counts = llm.counters();
    long hidden = corpus.stream().filter(e -> e.path("kind").asText().equals("hidden")).count();
    long rejected = sum(counts, "rejected.");
    System.out.println("hostile outputs: " + corpus.size() + ", " + counts);
    assertThat(sum(counts, "failed.") + rejected + hidden)
        .as("%s", counts)
        .isBetween((long) corpus.size(), corpus.size() + hidden);
    assertThat(counts)
        .containsKeys(
            "rejected.markup",
            "rejected.link",
            "rejected.empty",
            "rejected.task",
            "rejected.echo",
            "rejected.too-long",
            "rejected.minutes",
            "failed.malformed",
            "failed.too-long");
  }

  private static long sum(Map<String, Long> counts, String prefix) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  void a_thousand_duplicates_are_one() throws Exception {
    String[] same = new String[1000];
    Arrays.fill(same, CLEAN);
    fake.answer(FakeLlm.suggesting(same));

    assertThat(candidates("ada")).extracting(Candidate::title).containsExactly(CLEAN);
    assertThat(llm.counters())
        .containsEntry("rejected.repeated", 99L)
        .containsEntry("rejected.too-many", 900L);
  }

  @Test
  void what_hides_in_a_text_is_gone_and_the_text_stays() throws Exception {
    fake.answer(FakeLlm.suggesting("**F\u200bill** \u202ethe\u0000 can"));

    assertThat(candidates("ada")).extracting(Candidate::title).containsExactly(CLEAN);
  }

  @Test
  void text_from_right_to_left_is_text() throws Exception {
    fake.answer(
        FakeLlm.suggesting("\u0627\u0645\u0644\u0623 \u0627\u0644\u0639\u0644\u0628\u0629"));

    assertThat(candidates("ada")).hasSize(1);
  }

  @Test
  void a_name_of_a_model_is_harmless() throws Exception {
    fake.answer(
        (exchange, asked, server) ->
            FakeLlm.send(
                exchange,
                200,
                FakeLlm.completion(FakeLlm.suggestions(CLEAN))
                    .replace(FakeLlm.MODEL, "<svg onload=x>" + "m".repeat(100_000))));

    assertThat(candidates("ada").get(0).provenance().toString()).contains("model=svgonloadxm");
  }
}
