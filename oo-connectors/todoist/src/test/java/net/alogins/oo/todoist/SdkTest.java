package net.alogins.oo.todoist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Todoist of these tests, as Todoist's own SDK sees it. */
class SdkTest {

  private static final int CHECKS = 13;

  /** What the SDK, or what follows from its answers, cannot do without. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "task",
          "id user_id project_id section_id parent_id added_by_uid assigned_by_uid responsible_uid"
              + " labels deadline duration checked is_deleted added_at completed_at updated_at due"
              + " priority child_order content description day_order is_collapsed",
          "due",
          "date string is_recurring",
          "duration",
          "amount unit",
          "deadline",
          "date lang",
          "project",
          "id can_assign_tasks child_order color created_at is_archived is_deleted is_favorite"
              + " is_frozen name updated_at view_style default_order description is_collapsed"
              + " is_shared parent_id",
          "user",
          "id email full_name inbox_project_id tz_info premium_status lang",
          "sync",
          "sync_token full_sync items projects user sync_status",
          "page",
          "results next_cursor",
          "token",
          "access_token token_type refresh_token expires_in",
          "webhook",
          "version event_name user_id event_data initiator triggered_at");

  private FakeTodoist fake;
  private SdkJudge judge;
  private String task;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    fake = FakeTodoist.start(URI.create("http://127.0.0.1:1/callback"), Clock.systemUTC());
    Household.fill(fake.account());
    task = fake.account().add("Told by a webhook");
    judge = SdkJudge.of(fake);
  }

  @AfterEach
  void stop() {
    if (judge != null) {
      judge.close();
    }
    fake.close();
  }

  private JsonNode verdict() throws IOException {
    return judge.verdict(fake.webhook("item:added", "d-1", task));
  }

  @Test
  void it_accepts_every_answer() throws IOException {
    JsonNode verdict = verdict();

    assertThat(verdict.get("failed").toString()).isEqualTo("{}");
    assertThat(verdict.get("passed")).hasSize(CHECKS);
  }

  @Test
  void it_misses_every_field_that_is_left_out() throws IOException {
    List<String> missed = new ArrayList<>();
    List<String> unnoticed = new ArrayList<>();
    for (Map.Entry<String, String> kind : NEEDED.entrySet()) {
      for (String field : kind.getValue().split(" ", -1)) {
        fake.omit(kind.getKey(), field);
        List<String> those = verdict().get("failed").isEmpty() ? unnoticed : missed;
        those.add(kind.getKey() + "." + field);
      }
    }
    System.out.printf(
        "fields left out: %d, missed by the SDK: %d%n",
        missed.size() + unnoticed.size(), missed.size());

    assertThat(unnoticed).isEmpty();
    assertThat(missed).hasSizeGreaterThan(50);
    fake.omit("nothing", "at all");
    assertThat(verdict().get("failed").toString()).isEqualTo("{}");
  }
}
