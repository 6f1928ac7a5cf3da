package net.alogins.oo.todoist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Failing;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchTest {

  private static final String SYNC = "POST /api/v1/sync";

  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new Desk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void the_first_fetch_tells_everything_that_is_open() throws Exception {
    Household.fill(desk.account);
    String done = desk.account.add("Done before");
    desk.account.close(done);

    Fetch fetch = desk.fetch();

    assertThat(fetch.startsOver()).isTrue();
    assertThat(fetch.isLast()).isTrue();
    assertThat(desk.titles())
        .containsExactly(
            "Buy milk",
            "Water the plants",
            "Stretch",
            "Call Zoë",
            "Fly to Tokyo",
            "Tax",
            "Nap",
            "Move");
  }

  @Test
  void a_task_is_told_with_all_that_is_known_of_it() throws Exception {
    String home = desk.account.project("Home");
    String key =
        desk.account.add(
            "Water the plants",
            task -> {
              task.put("project_id", home);
              task.put("priority", 4);
              task.put("due", FakeShapes.due("2026-03-01T23:30:00Z", "Asia/Tokyo", false));
              task.put("duration", Map.of("amount", 15, "unit", "minute"));
            });
    desk.fetch();

    assertThat(desk.mirror.get(key))
        .isEqualTo(
            Candidate.of("todoist", key, "Water the plants")
                .kind("Home")
                .link(URI.create("https://app.todoist.com/app/task/" + key))
                .due(LocalDate.of(2026, 3, 2))
                .created(LocalDate.of(2025, 2, 10))
                .minutes(15)
                .priority(1));
  }

  @Test
  void the_next_fetch_tells_what_has_changed() throws Exception {
    String kept = desk.account.add("Kept");
    String changed = desk.account.add("Changed");
    String closed = desk.account.add("Closed");
    String deleted = desk.account.add("Deleted");
    String moved = desk.account.add("Moved");
    String heading = desk.account.add("Heading");
    desk.fetch();
    desk.account.change(changed, task -> task.put("content", "Changed now"));
    desk.account.close(closed);
    desk.account.delete(deleted);
    desk.account.change(moved, task -> task.put("responsible_uid", "999"));
    desk.account.change(heading, task -> task.put("content", "* Heading"));
    String added = desk.account.add("Added");

    Fetch fetch = desk.fetch();

    assertThat(fetch.startsOver()).isFalse();
    assertThat(fetch.isLast()).isTrue();
    assertThat(fetch.changes()).hasSize(6);
    assertThat(fetch.changes())
        .contains(new Change.Gone(closed), new Change.Gone(deleted))
        .contains(new Change.Gone(moved), new Change.Gone(heading));
    assertThat(desk.mirror.keySet()).containsExactly(kept, changed, added);
    assertThat(desk.titles()).containsExactly("Kept", "Changed now", "Added");
  }

  @Test
  void a_task_that_comes_back_to_this_user_is_open() throws Exception {
    String key = desk.account.add("Shared", task -> task.put("responsible_uid", "999"));
    desk.fetch();
    assertThat(desk.mirror).isEmpty();
    desk.account.change(key, task -> task.put("responsible_uid", desk.account.id()));

    desk.fetch();

    assertThat(desk.mirror).containsOnlyKeys(key);
  }

  @Test
  void what_nobody_is_responsible_for_is_of_who_added_it() throws Exception {
    desk.account.add("Theirs", task -> task.put("user_id", "999"));
    String mine = desk.account.add("Mine");

    desk.fetch();

    assertThat(desk.mirror).containsOnlyKeys(mine);
  }

  @Test
  void a_fetch_without_news_is_one_request() throws Exception {
    String closed = desk.account.add("Closed");
    desk.fetch();

    assertThat(desk.asked()).containsExactly(SYNC);
    desk.account.close(closed);
    assertThat(desk.asked()).containsExactly(SYNC);
    assertThat(desk.mirror).isEmpty();
    desk.account.add("Added");
    assertThat(desk.asked()).containsExactly(SYNC, SYNC);
  }

  @Test
  void a_task_is_told_with_the_name_of_its_project_long_after_that_was_told() throws Exception {
    String home = desk.account.project("Home");
    desk.fetch();
    String key = desk.account.add("Sweep", task -> task.put("project_id", home));

    desk.fetch();

    assertThat(desk.mirror.get(key).kind()).isEqualTo("Home");
  }

  @Test
  void a_project_that_is_renamed_renames_the_kind_of_its_tasks() throws Exception {
    String home = desk.account.project("Home");
    String key = desk.account.add("Sweep", task -> task.put("project_id", home));
    desk.fetch();
    desk.account.change(home, project -> project.put("color", "red"));
    assertThat(desk.fetch().startsOver()).isFalse();
    desk.account.change(home, project -> project.put("name", "House"));

    Fetch fetch = desk.fetch();

    assertThat(fetch.startsOver()).isTrue();
    assertThat(desk.mirror.get(key).kind()).isEqualTo("House");
    assertThat(desk.asked()).containsExactly(SYNC);
  }

  @Test
  void the_tasks_of_a_project_that_is_archived_or_deleted_are_gone() throws Exception {
    String archived = desk.account.project("Archived");
    String deleted = desk.account.project("Deleted");
    desk.account.add("In an archive", task -> task.put("project_id", archived));
    desk.account.add("With a project", task -> task.put("project_id", deleted));
    String left = desk.account.add("Left");
    desk.fetch();
    desk.account.change(archived, project -> project.put("is_archived", true));
    desk.account.delete(deleted);

    desk.fetch();

    assertThat(desk.mirror).containsOnlyKeys(left);
  }

  @Test
  void a_token_that_todoist_does_not_know_replaces_everything() throws Exception {
    desk.account.add("Kept");
    desk.fetch();
    desk.mirror.put("ghost", Candidate.of("todoist", "ghost", "Never there"));
    Cursor known = desk.cursor.orElseThrow();
    desk.cursor = Optional.of(new Cursor(known.value().replaceFirst(" s\\d+$", " forgotten")));

    Fetch fetch = desk.fetch();

    assertThat(fetch.startsOver()).isTrue();
    assertThat(desk.titles()).containsExactly("Kept");
  }

  @Test
  void a_cursor_that_is_not_understood_is_stale() {
    for (String strange : List.of("", "x", "2 a b c", "1 a 0123456789abcdef -")) {
      desk.cursor = Optional.of(new Cursor(strange));
      assertThat(Failing.of(desk::fetch).kind()).isEqualTo(ConnectorException.Kind.STALE);
    }
  }

  @Test
  void a_recurring_task_that_is_completed_is_open_on_its_next_day() throws Exception {
    String key =
        desk.account.add(
            "Stretch", task -> task.put("due", FakeShapes.due("2026-03-01", null, true)));
    desk.fetch();
    desk.account.close(key);

    desk.fetch();

    assertThat(desk.mirror.get(key).due()).contains(LocalDate.of(2026, 3, 2));
  }

  @Test
  void more_than_an_answer_holds_is_told_in_several_and_loses_nothing_meanwhile() throws Exception {
    for (int i = 0; i < 2 * Fetch.MOST_CHANGES + 5; i++) {
      desk.account.add("Task " + i);
    }
    Fetch first = desk.fetch();
    assertThat(first.isLast()).isFalse();
    assertThat(first.changes()).hasSize(Fetch.MOST_CHANGES);
    String told = first.changes().get(0).key();
    desk.account.close(told);
    desk.account.add("Added meanwhile");

    Fetch second = desk.fetch();
    Fetch third = desk.fetch();
    assertThat(second.isLast()).isFalse();
    assertThat(third.isLast()).isTrue();
    assertThat(List.of(second.startsOver(), third.startsOver())).containsOnly(false);
    desk.fetch();

    assertThat(desk.mirror).hasSize(2 * Fetch.MOST_CHANGES + 5).doesNotContainKey(told);
    assertThat(desk.titles()).contains("Added meanwhile", "Task 1", "Task 20004");
  }

  @Test
  void more_news_than_an_answer_holds_is_a_list_of_everything() throws Exception {
    desk.fetch();
    for (int i = 0; i <= Fetch.MOST_CHANGES; i++) {
      desk.account.add("Task " + i);
    }

    assertThat(desk.fetch().startsOver()).isTrue();
    desk.fetch();

    assertThat(desk.mirror).hasSize(Fetch.MOST_CHANGES + 1);
  }

  @Test
  void the_account_is_told_as_webhooks_name_it() throws Exception {
    assertThat(desk.connector.account(desk.keys)).contains(desk.account.id());
    assertThat(desk.connector.name()).isEqualTo("todoist");
  }
}
