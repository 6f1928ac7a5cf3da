package net.alogins.oo.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.alogins.oo.remote.NpmProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The GitHub of these tests, as GitHub's own client sees it. */
class OctokitTest {

  private static final int CHECKS = 9;
  private static final List<String> NEEDED =
      List.of(
          "Link",
          "ETag",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "id",
          "login",
          "number",
          "title",
          "state",
          "created_at",
          "repository_url",
          "assignees",
          "pull_request",
          "total_count",
          "incomplete_results",
          "items",
          "message",
          "documentation_url",
          "issue");

  private FakeGithub fake;
  private NpmProgram judge;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    fake = FakeGithub.start(Clock.systemUTC());
    for (int i = 1; i <= 4; i++) {
      fake.issues().assign("octo/tasks", i, "Issue " + i);
    }
    fake.issues()
        .assign(
            "octo/tasks",
            5,
            "Pull request",
            issue -> issue.put("pull_request", Map.of("url", "https://example.org/")));
    fake.issues().review("octo/tasks", 6, "Add that", false);
    judge = NpmProgram.start("octokit", "judge.mjs", fake.url() + "api/v3", FakeGithub.TOKEN);
  }

  @AfterEach
  void stop() {
    if (judge != null) {
      judge.close();
    }
    fake.close();
  }

  private JsonNode verdict() throws IOException {
    String told = FakeGithub.JSON.writeValueAsString(fake.webhook("octo/tasks#1"));
    return FakeGithub.JSON.readTree(judge.ask(told));
  }

  @Test
  void it_accepts_every_answer() throws IOException {
    JsonNode verdict = verdict();

    assertThat(verdict.get("failed").toString()).isEqualTo("{}");
    assertThat(verdict.get("passed")).hasSize(CHECKS);
  }

  @Test
  void it_misses_every_field_and_header_that_is_left_out() throws IOException {
    List<String> unnoticed = new ArrayList<>();
    for (String name : NEEDED) {
      fake.omit(name);
      if (verdict().get("failed").isEmpty()) {
        unnoticed.add(name);
      }
    }
    System.out.printf(
        "left out: %d, missed by octokit: %d%n", NEEDED.size(), NEEDED.size() - unnoticed.size());

    assertThat(unnoticed).isEmpty();
    fake.omit("");
    assertThat(verdict().get("failed").toString()).isEqualTo("{}");
  }
}
