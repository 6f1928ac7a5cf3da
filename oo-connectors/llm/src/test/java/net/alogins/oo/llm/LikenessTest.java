package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LikenessTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeLlm fake = FakeLlm.start();
  private final LlmSource llm =
      LlmSource.from(Models.at(fake.base()).embedder("embedder"))
          .beside(context -> List.of(Candidate.of("chores", "1", "Water the plants, bob@x.org")))
          .patience(Duration.ofSeconds(20))
          .open();

  @AfterEach
  void close() {
    llm.close();
    fake.close();
  }

  /** What is about water points in one direction, everything else in another. */
  private static void embed(HttpExchange exchange, FakeLlm.Asked asked) throws IOException {
    ObjectNode answer = JSON.createObjectNode().put("object", "list").put("model", "e");
    int index = 0;
    for (JsonNode text : asked.json().path("input")) {
      boolean wet = text.asText().contains("lower") || text.asText().contains("Water");
      ObjectNode one = answer.withArray("data").addObject();
      one.put("object", "embedding").put("index", index++);
      one.putArray("embedding").add(wet ? 1 : 0.1).add(wet ? 0.1 : 1);
    }
    FakeLlm.send(exchange, 200, answer.toString());
  }

  static void both(HttpExchange exchange, FakeLlm.Asked asked, FakeLlm server) throws Exception {
    if (asked.path().endsWith("/embeddings")) {
      embed(exchange, asked);
    } else {
      FakeLlm.suggesting("Give the flowers a drink", "Stretch").answer(exchange, asked, server);
    }
  }

  @Test
  void what_means_the_same_as_a_task_is_not_suggested() throws Exception {
    fake.answer(LikenessTest::both);

    assertThat(llm.candidates(LlmSourceTest.ALLOWED))
        .extracting(Candidate::title)
        .containsExactly("Stretch");
    assertThat(llm.counters()).containsEntry("rejected.similar", 1L);
    assertThat(fake.asked().get(1).json().path("model").asText()).isEqualTo("embedder");
    assertThat(fake.asked().get(1).text()).doesNotContain("bob");
  }

  @Test
  void an_embedder_that_is_down_takes_nothing_away() throws Exception {
    fake.answer(
        (exchange, asked, server) -> {
          if (asked.path().endsWith("/embeddings")) {
            FakeLlm.send(exchange, 500, "{}");
          } else {
            FakeLlm.suggesting("Stretch").answer(exchange, asked, server);
          }
        });

    assertThat(llm.candidates(LlmSourceTest.ALLOWED)).hasSize(1);
    assertThat(llm.counters()).containsEntry("embedder.failed", 1L);
  }
}
