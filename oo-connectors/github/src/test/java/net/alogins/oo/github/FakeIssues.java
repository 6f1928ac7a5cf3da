package net.alogins.oo.github;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The issues and pull requests of {@link FakeGithub}. */
public final class FakeIssues {

  private static final int ME = 583231;

  private final String api;
  private final Map<String, Map<String, Object>> assigned = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> reviews = new LinkedHashMap<>();
  private final Map<String, Integer> times = new LinkedHashMap<>();
  private int ids = 1000;

  FakeIssues(String api) {
    this.api = api;
  }

  /** Its one user. */
  public synchronized Map<String, Object> user() {
    return new LinkedHashMap<>(Map.of("id", ME, "login", "octocat", "type", "User"));
  }

  private Map<String, Object> issue(String repository, int number, String title) {
    ids++;
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("id", ids);
    issue.put("number", number);
    issue.put("title", title);
    issue.put("state", "open");
    issue.put("repository_url", api + "repos/" + repository);
    issue.put("created_at", "2026-01-02T03:04:05Z");
    issue.put("updated_at", "2026-01-02T03:04:05Z");
    issue.put("milestone", null);
    issue.put("assignee", user());
    issue.put("assignees", List.of(user()));
    issue.put("labels", List.of());
    return issue;
  }

  /** Assigns an issue. */
  public void assign(String repository, int number, String title) {
    assign(repository, number, title, issue -> {});
  }

  /** Assigns an issue that is so. */
  public synchronized void assign(
      String repository, int number, String title, Consumer<Map<String, Object>> so) {
    Map<String, Object> issue = issue(repository, number, title);
    so.accept(issue);
    assigned.put(repository + "#" + number, issue);
  }

  /** Asks for a review. */
  public synchronized void review(String repository, int number, String title, boolean isDraft) {
    Map<String, Object> issue = issue(repository, number, title);
    issue.put("pull_request", Map.of("url", api + "repos/" + repository + "/pulls/" + number));
    issue.put("draft", isDraft);
    reviews.put(repository + "#" + number, issue);
  }

  /** Takes an issue or a review away. */
  public synchronized void remove(String key) {
    assigned.remove(key);
    reviews.remove(key);
  }

  /** The state of an issue, {@code open} or {@code closed}. */
  public synchronized String state(String key) {
    return String.valueOf(find(key).get("state"));
  }

  synchronized Map<String, Object> find(String key) {
    return assigned.getOrDefault(key, Map.of());
  }

  synchronized List<Map<String, Object>> assigned() {
    return assigned.values().stream().filter(one -> "open".equals(one.get("state"))).toList();
  }

  synchronized List<Map<String, Object>> reviews() {
    return List.copyOf(reviews.values());
  }

  synchronized boolean patch(String key, Map<?, ?> members) {
    if (assigned.containsKey(key) && members.get("state") != null) {
      Object before = find(key).put("state", members.get("state"));
      times.merge(key, members.get("state").equals(before) ? 0 : 1, Integer::sum);
    }
    return assigned.containsKey(key);
  }

  /** Gives an issue another title. */
  public synchronized void rename(String key, String title) {
    find(key).put("title", title);
  }

  /** Closes an issue, not by way of the API. */
  public synchronized void close(String key) {
    find(key).put("state", "closed");
  }

  /** The open issues, by repository and number. */
  public synchronized Set<String> open() {
    Set<String> open = new HashSet<>(assigned.keySet());
    open.removeIf(key -> !state(key).equals("open"));
    return open;
  }

  /** How often an issue was closed or opened by way of the API. */
  public synchronized int changed(String key) {
    return times.getOrDefault(key, 0);
  }
}
