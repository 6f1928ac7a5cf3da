package net.alogins.oo.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.alogins.oo.candidate.Candidate;

/** What is held in memory of one connection. */
final class Held {

  private static final long NO_LIST = Long.MAX_VALUE;

  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Messages messages = new Messages();
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private Standing standing;
  private Optional<Cursor> cursor = Optional.empty();
  private boolean isListing;
  private long listing;

  /** A task and the list of everything that named it last. */
  private record Task(Candidate candidate, long listing, boolean isOpen) {

    Task gone() {
      return new Task(candidate, listing, false);
    }

    Task again() {
      return new Task(candidate, listing, true);
    }
  }

  Held(Connection connection) {
    standing =
        new Standing(
            connection,
            Standing.State.ACTIVE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  Standing standing() {
    return standing;
  }

  Optional<Cursor> cursor() {
    return cursor;
  }

  void update(Connection connection) {
    standing =
        new Standing(
            connection, standing.state(), standing.synced(), standing.trouble(), standing.retry());
  }

  void apply(Fetch fetch, Instant at) {
    if (fetch.startsOver()) {
      isListing = true;
      listing++;
    }
    fetch.changes().forEach(change -> apply(change, listing));
    cursor = Optional.of(fetch.next());
    if (fetch.isLast()) {
      endList();
      stand(Standing.State.ACTIVE, Optional.of(at), Optional.empty(), Optional.empty());
    }
  }

  Pushed push(Push push, Instant now) {
    Optional<Pushed> objection = messages.objection(push, isFull(push.changes()), now);
    if (objection.isEmpty()) {
      push.changes().forEach(change -> apply(change, NO_LIST));
      forgetOldest();
    }
    return objection.orElse(Pushed.TAKEN);
  }

  private boolean isFull(List<Change> changes) {
    Set<String> open = new HashSet<>(keys(Task::isOpen));
    for (Change change : changes) {
      if (change instanceof Change.Open) {
        open.add(change.key());
      } else {
        open.remove(change.key());
      }
    }
    return open.size() > ConnectionStore.MOST_PUSHED;
  }

  private void apply(Change change, long namedBy) {
    if (change instanceof Change.Open open) {
      tasks.put(change.key(), new Task(open.task(), namedBy, true));
    } else {
      gone(change.key());
    }
  }

  /** What is gone is put behind the others, so that who went first is forgotten first. */
  private void gone(String key) {
    Optional.ofNullable(tasks.remove(key)).ifPresent(task -> tasks.put(key, task.gone()));
  }

  void complete(String key) {
    gone(key);
    forgetOldest();
  }

  void reopen(String key) {
    tasks.computeIfPresent(key, (same, task) -> task.again());
  }

  private void endList() {
    if (isListing) {
      keys(task -> task.isOpen() && task.listing() < listing).forEach(this::gone);
      isListing = false;
    }
    forgetOldest();
  }

  private void forgetOldest() {
    List<String> gone = keys(task -> !task.isOpen());
    gone.stream()
        .limit(Math.max(0, gone.size() - ConnectionStore.MOST_GONE))
        .forEach(tasks::remove);
  }

  private List<String> keys(Predicate<Task> which) {
    return tasks.entrySet().stream()
        .filter(task -> which.test(task.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  void startOver() {
    cursor = Optional.empty();
  }

  void resume() {
    stand(Standing.State.ACTIVE, standing.synced(), Optional.empty(), Optional.empty());
  }

  void fail(ConnectorException.Kind trouble, Optional<Instant> retry) {
    stand(Standing.State.after(trouble), standing.synced(), Optional.of(trouble), retry);
  }

  private void stand(
      Standing.State state,
      Optional<Instant> synced,
      Optional<ConnectorException.Kind> trouble,
      Optional<Instant> retry) {
    standing = new Standing(standing.connection(), state, synced, trouble, retry);
  }

  List<Candidate> open() {
    return tasks.values().stream().filter(Task::isOpen).map(Task::candidate).toList();
  }

  boolean knows(String key) {
    return tasks.containsKey(key);
  }

  void enqueue(Command command) {
    commands.putIfAbsent(command.id(), command);
    if (commands.size() > ConnectionStore.MOST_COMMANDS) {
      commands.remove(commands.keySet().iterator().next());
    }
  }

  List<Command> commands(int most) {
    return new ArrayList<>(commands.values()).stream().limit(most).toList();
  }

  void done(String command) {
    commands.remove(command);
  }
}
