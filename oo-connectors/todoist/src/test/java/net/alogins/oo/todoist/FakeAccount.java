package net.alogins.oo.todoist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one user has in {@link FakeTodoist}, and how it changes. Every change has a number. */
public final class FakeAccount {

  private final String id;
  private final Map<String, Map<String, Object>> tasks = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> projects = new LinkedHashMap<>();
  private final Map<String, Long> changed = new LinkedHashMap<>();
  private final Set<String> executed = new HashSet<>();
  private final Map<String, Integer> times = new LinkedHashMap<>();
  private long changes = 1;
  private long oldest;
  private int ids;

  FakeAccount(String id) {
    this.id = id;
    project("Inbox");
  }

  /** Its id. */
  public String id() {
    return id;
  }

  private String fresh(String prefix) {
    ids++;
    return "%s%010d".formatted(prefix, ids);
  }

  private void touch(String what) {
    changes++;
    changed.put(what, changes);
  }

  /** Makes a project, whose id this is. */
  public synchronized String project(String name) {
    String project = fresh("6P");
    projects.put(project, FakeShapes.project(project, name, projects.size()));
    touch(project);
    return project;
  }

  private String inbox() {
    return projects.keySet().iterator().next();
  }

  /** Adds a task, whose id this is. */
  public String add(String content) {
    return add(content, task -> {});
  }

  /** Adds a task that is so. */
  public synchronized String add(String content, Consumer<Map<String, Object>> so) {
    String task = fresh("6X");
    Map<String, Object> fields = FakeShapes.task(task, id, inbox(), tasks.size());
    fields.put("content", content);
    so.accept(fields);
    tasks.put(task, fields);
    touch(task);
    return task;
  }

  /** Changes a task or a project. */
  public synchronized void change(String which, Consumer<Map<String, Object>> how) {
    how.accept(tasks.containsKey(which) ? tasks.get(which) : projects.get(which));
    touch(which);
  }

  /** Deletes a task or a project. */
  public void delete(String which) {
    change(which, fields -> fields.put("is_deleted", true));
  }

  /** Whether a task is completed. */
  public synchronized boolean isCompleted(String task) {
    return Boolean.TRUE.equals(task(task).get("checked"));
  }

  /** The fields of a task; empty if there is none. */
  public synchronized Map<String, Object> task(String task) {
    return Map.copyOf(known(tasks.getOrDefault(task, Map.of())));
  }

  synchronized Map<String, Object> wire(String task) {
    return copy(tasks.getOrDefault(task, Map.of()));
  }

  private static Map<String, Object> known(Map<String, Object> fields) {
    Map<String, Object> known = new LinkedHashMap<>(fields);
    known.values().removeIf(Objects::isNull);
    return known;
  }

  synchronized List<Map<String, Object>> openTasks() {
    return tasks.values().stream().filter(FakeAccount::isOpen).map(FakeAccount::copy).toList();
  }

  synchronized List<Map<String, Object>> openProjects() {
    return projects.values().stream().filter(FakeAccount::isOpen).map(FakeAccount::copy).toList();
  }

  private static Map<String, Object> copy(Map<String, Object> fields) {
    return new LinkedHashMap<>(fields);
  }

  private static boolean isOpen(Map<String, Object> fields) {
    return !isTrue(fields, "checked")
        && !isTrue(fields, "is_deleted")
        && !isTrue(fields, "is_archived");
  }

  private static boolean isTrue(Map<String, Object> fields, String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  /** What {@code /sync} answers; what {@code token} is not known for is told as everything. */
  synchronized Map<String, Object> sync(String token, List<?> kinds) {
    boolean isKnown = token.matches("s\\d{1,18}") && Long.parseLong(token.substring(1)) >= oldest;
    boolean isFull = !isKnown;
    long since = isFull ? 0 : Long.parseLong(token.substring(1));
    Predicate<Map<String, Object>> told =
        fields ->
            isFull
                ? isOpen(fields)
                    && isOpen(projects.getOrDefault(fields.get("project_id"), Map.of()))
                : changed.getOrDefault(String.valueOf(fields.get("id")), 0L) > since;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("full_sync", isFull);
    answer.put("sync_token", "s" + changes);
    answer.put("temp_id_mapping", Map.of());
    if (kinds.contains("items")) {
      answer.put("items", tasks.values().stream().filter(told).map(FakeAccount::copy).toList());
    }
    if (kinds.contains("projects")) {
      answer.put(
          "projects", projects.values().stream().filter(told).map(FakeAccount::copy).toList());
    }
    if (kinds.contains("user") && isFull) {
      answer.put("user", user());
    }
    return answer;
  }

  synchronized Map<String, Object> user() {
    return FakeShapes.user(id, inbox());
  }

  /** Executes a command once; false if there is no such task. */
  synchronized boolean execute(Map<?, ?> command) {
    String uuid = String.valueOf(command.get("uuid"));
    String task = String.valueOf(((Map<?, ?>) command.get("args")).get("id"));
    if (executed.contains(uuid)) {
      return true;
    }
    boolean isDone =
        switch (String.valueOf(command.get("type"))) {
          case "item_close" -> close(task);
          case "item_uncomplete" -> reopen(task);
          case "item_update" -> update(task, (Map<?, ?>) command.get("args"));
          default -> false;
        };
    if (isDone) {
      times.merge(task, 1, Integer::sum);
    }
    return isDone && executed.add(uuid);
  }

  /** A date alone ends how it recurs, as it does there. */
  private boolean update(String task, Map<?, ?> how) {
    if (!open().contains(task)) {
      return false;
    }
    Map<?, ?> due = (Map<?, ?>) how.get("due");
    boolean isRecurring = Boolean.TRUE.equals(due.get("is_recurring"));
    String zone = due.get("timezone") == null ? null : String.valueOf(due.get("timezone"));
    Map<String, Object> fresh = FakeShapes.due(String.valueOf(due.get("date")), zone, isRecurring);
    change(task, fields -> fields.put("due", fresh));
    return true;
  }

  synchronized boolean close(String task) {
    if (isTrue(tasks.getOrDefault(task, Map.of("is_deleted", true)), "is_deleted")) {
      return false;
    }
    change(task, fields -> complete(fields));
    return true;
  }

  private static void complete(Map<String, Object> fields) {
    if (fields.get("due") instanceof Map<?, ?> due
        && Boolean.TRUE.equals(due.get("is_recurring"))) {
      String next = LocalDate.parse(String.valueOf(due.get("date"))).plusDays(1).toString();
      fields.put("due", FakeShapes.due(next, null, true));
      return;
    }
    fields.put("checked", true);
    fields.put("completed_at", "2025-02-11T10:33:38.000000Z");
  }

  synchronized boolean reopen(String task) {
    if (isTrue(tasks.getOrDefault(task, Map.of("is_deleted", true)), "is_deleted")) {
      return false;
    }
    change(
        task,
        fields -> {
          fields.put("checked", false);
          fields.put("completed_at", null);
        });
    return true;
  }

  /** From now on no sync token is known that was handed out before. */
  public synchronized void forgetSyncTokens() {
    changes++;
    oldest = changes;
  }

  /** The ids of the open tasks. */
  public synchronized Set<String> open() {
    Set<String> open = new HashSet<>();
    openTasks().forEach(task -> open.add(String.valueOf(task.get("id"))));
    return open;
  }

  /** How often a task was completed or reopened by a command. */
  public synchronized int executed(String task) {
    return times.getOrDefault(task, 0);
  }

  /** Every command that was executed, by its uuid. */
  public synchronized List<String> executed() {
    return new ArrayList<>(executed);
  }
}
