package net.alogins.oo.todoist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks, projects and users with every field that Todoist's own SDK wants. */
final class FakeShapes {

  private static final String LONG_AGO = "2025-02-10T10:33:38.000000Z";

  private FakeShapes() {}

  static Map<String, Object> task(String id, String account, String project, int order) {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("user_id", account);
    task.put("id", id);
    task.put("project_id", project);
    task.put("section_id", null);
    task.put("parent_id", null);
    task.put("added_by_uid", account);
    task.put("assigned_by_uid", null);
    task.put("responsible_uid", null);
    task.put("labels", List.of());
    task.put("deadline", null);
    task.put("duration", null);
    task.put("is_collapsed", false);
    task.put("checked", false);
    task.put("is_deleted", false);
    task.put("added_at", LONG_AGO);
    task.put("completed_at", null);
    task.put("completed_by_uid", null);
    task.put("updated_at", LONG_AGO);
    task.put("due", null);
    task.put("priority", 1);
    task.put("child_order", order);
    task.put("content", "");
    task.put("description", "");
    task.put("note_count", 0);
    task.put("day_order", -1);
    return task;
  }

  /** A due date in any of its forms; {@code zone} may be null. */
  static Map<String, Object> due(String date, String zone, boolean isRecurring) {
    Map<String, Object> due = new LinkedHashMap<>();
    due.put("date", date);
    due.put("timezone", zone);
    due.put("string", isRecurring ? "every day" : date);
    due.put("lang", "en");
    due.put("is_recurring", isRecurring);
    return due;
  }

  static Map<String, Object> project(String id, String name, int order) {
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("id", id);
    project.put("can_assign_tasks", false);
    project.put("child_order", order);
    project.put("color", "charcoal");
    project.put("created_at", LONG_AGO);
    project.put("is_archived", false);
    project.put("is_deleted", false);
    project.put("is_favorite", false);
    project.put("is_frozen", false);
    project.put("name", name);
    project.put("updated_at", LONG_AGO);
    project.put("view_style", "list");
    project.put("default_order", 0);
    project.put("description", "");
    project.put("is_collapsed", false);
    project.put("is_shared", false);
    project.put("parent_id", null);
    project.put("inbox_project", order == 0);
    return project;
  }

  static Map<String, Object> user(String id, String inbox) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("id", id);
    user.put("email", "ada@example.org");
    user.put("full_name", "Ada");
    user.put("activated_user", true);
    user.put("auto_reminder", 0);
    user.put("business_account_id", null);
    user.put("daily_goal", 5);
    user.put("date_format", 0);
    user.put("days_off", List.of(6, 7));
    user.put("feature_identifier", "f1");
    user.put("features", features());
    user.put("has_magic_number", false);
    user.put("has_password", true);
    user.put("image_id", null);
    user.put("inbox_project_id", inbox);
    user.put("is_celebrations_enabled", true);
    user.put("is_premium", false);
    user.put("joinable_workspace", null);
    user.put("joined_at", LONG_AGO);
    user.put("getting_started_guide_projects", null);
    user.put("karma", 1.0);
    user.put("karma_trend", "-");
    user.put("completed_count", 1);
    user.put("completed_today", 0);
    user.put("lang", "en");
    user.put("next_week", 1);
    user.put("premium_status", "not_premium");
    user.put("premium_until", null);
    user.put("share_limit", 5);
    user.put("sort_order", 0);
    user.put("start_day", 1);
    user.put("start_page", "today");
    user.put("theme_id", "0");
    user.put("time_format", 0);
    user.put("tz_info", zone());
    user.put("unique_prefix", 1);
    user.put("verification_status", "verified");
    user.put("websocket_url", "wss://example.org/");
    user.put("weekend_start_day", 6);
    user.put("weekly_goal", 25);
    return user;
  }

  private static Map<String, Object> features() {
    return new LinkedHashMap<>(
        Map.of(
            "karma_disabled", false,
            "restriction", 3,
            "karma_vacation", false,
            "dateist_lang", "en",
            "beta", 0,
            "has_push_reminders", false,
            "dateist_inline_disabled", false));
  }

  private static Map<String, Object> zone() {
    return new LinkedHashMap<>(
        Map.of(
            "timezone", "Europe/Berlin",
            "hours", 1,
            "minutes", 0,
            "is_dst", 0,
            "gmt_string", "+01:00"));
  }
}
