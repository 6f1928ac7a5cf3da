package net.alogins.oo.todoist;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.todoist.FakeWire.Answer;

/** The calls of {@link FakeTodoist} for which one has to be let in. */
final class FakeApi {

  private static final int WHAT = 3;

  private final FakeWire wire;

  FakeApi(FakeWire wire) {
    this.wire = wire;
  }

  Answer answer(String method, URI uri, Map<?, ?> members, FakeTokens.Grant grant) {
    String[] way = uri.getPath().split("/", -1);
    String what = way.length > WHAT ? way[WHAT] : "";
    String id = way.length > WHAT + 1 ? way[WHAT + 1] : "";
    String verb = way.length > WHAT + 2 ? way[WHAT + 2] : "";
    FakeAccount account = grant.account();
    boolean isPost = method.equals("POST");
    boolean isReading = !isPost || (what.equals("sync") && list(members, "commands").isEmpty());
    if (!isReading && !grant.mayWrite()) {
      return wire.failed(403, "AUTH_INSUFFICIENT_TOKEN_SCOPE");
    }
    return switch (what) {
      case "sync" -> wire.ok("sync", sync(account, members));
      case "user" -> wire.ok("user", account.user());
      case "projects" -> projects(account, id);
      case "tasks" -> isPost ? write(account, id, verb, members) : tasks(uri, account, id);
      default -> wire.failed(404, "NOT_FOUND");
    };
  }

  private static List<?> list(Map<?, ?> members, String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  private Map<String, Object> sync(FakeAccount account, Map<?, ?> members) {
    Map<String, Object> outcomes = new LinkedHashMap<>();
    for (Object command : list(members, "commands")) {
      Map<?, ?> one = (Map<?, ?>) command;
      outcomes.put(String.valueOf(one.get("uuid")), outcome(account, one));
    }
    Object token = members.get("sync_token");
    Map<String, Object> answer =
        account.sync(token == null ? "*" : token.toString(), list(members, "resource_types"));
    if (!outcomes.isEmpty()) {
      answer.put("sync_status", outcomes);
    }
    answer.computeIfPresent("items", (kind, tasks) -> wire.each("task", tasks));
    answer.computeIfPresent("projects", (kind, projects) -> wire.each("project", projects));
    answer.computeIfPresent("user", (kind, user) -> wire.shaped("user", user));
    return answer;
  }

  private Object outcome(FakeAccount account, Map<?, ?> command) {
    return account.execute(command)
        ? "ok"
        : wire.shaped("error", wire.error(404, "ITEM_NOT_FOUND"));
  }

  private Answer projects(FakeAccount account, String id) {
    List<Map<String, Object>> projects = account.openProjects();
    return id.isEmpty()
        ? page("project", projects, 0, projects.size())
        : one("project", id, projects);
  }

  private Answer tasks(URI uri, FakeAccount account, String id) {
    List<Map<String, Object>> tasks = account.openTasks();
    if (!id.isEmpty()) {
      return one("task", id, tasks);
    }
    Map<String, String> asked = FakeWire.query(uri);
    int from = Integer.parseInt(asked.getOrDefault("cursor", "c0").substring(1));
    return page("task", tasks, from, Integer.parseInt(asked.getOrDefault("limit", "50")));
  }

  private Answer one(String kind, String id, List<Map<String, Object>> all) {
    return all.stream()
        .filter(object -> id.equals(object.get("id")))
        .findFirst()
        .map(object -> wire.ok(kind, object))
        .orElseGet(() -> wire.failed(404, "NOT_FOUND"));
  }

  private Answer page(String kind, List<Map<String, Object>> all, int from, int most) {
    int to = Math.min(all.size(), from + most);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("results", wire.each(kind, all.subList(from, to)));
    page.put("next_cursor", to < all.size() ? "c" + to : null);
    return wire.ok("page", page);
  }

  private Answer write(FakeAccount account, String id, String verb, Map<?, ?> members) {
    if (id.isEmpty()) {
      String made = account.add(String.valueOf(members.get("content")));
      return one("task", made, account.openTasks());
    }
    boolean isDone =
        switch (verb) {
          case "close" -> account.close(id);
          case "reopen" -> account.reopen(id);
          default -> false;
        };
    return isDone ? new Answer(204, Map.of()) : wire.failed(404, "TASK_NOT_FOUND");
  }
}
