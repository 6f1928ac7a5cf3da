package net.alogins.oo.todoist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.remote.Json;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;

/**
 * What a sync has answered.
 *
 * @param rest the answer without tasks and projects
 * @param items the tasks by their ids, each as it was told last
 * @param projects the projects
 */
record Synced(Json rest, Map<String, Item> items, Projects projects) {

  static Synced of(Answer answer) throws ConnectorException {
    Map<String, Item> items = new LinkedHashMap<>();
    Projects projects = new Projects();
    Json rest = answer.json(Map.of("items", task -> put(items, task), "projects", projects::take));
    return new Synced(rest, items, projects);
  }

  private static void put(Map<String, Item> items, Json task) throws ConnectorException {
    Item item = Item.of(task);
    items.put(item.id(), item);
  }

  String token() throws ConnectorException {
    return rest.required("sync_token");
  }

  /** Whether it names everything there is. */
  boolean isFull() {
    return rest.isTrue("full_sync");
  }

  String account() throws ConnectorException {
    return rest.at("user").required("id");
  }

  /** What has changed for {@code account}, in the order in which it was told. */
  List<Change> changes(Projects named, String account) {
    return items.values().stream().map(item -> item.change(named, account)).toList();
  }

  /** What is open for {@code account}, by id. */
  List<Change> open(Position from) {
    List<Change> open = new ArrayList<>();
    for (Change change : changes(projects, from.account())) {
      if (change instanceof Change.Open && from.isBefore(change.key())) {
        open.add(change);
      }
    }
    open.sort(Comparator.comparing(Change::key));
    return open;
  }
}
