package net.alogins.oo.todoist;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Json;
import net.alogins.oo.remote.Text;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;

/**
 * A task as Todoist has it.
 *
 * @param holder whose it is: who is responsible for it, or else who added it; empty if it does not
 *     say
 * @param title empty if it cannot be completed, or has none
 */
record Item(
    String id,
    boolean isOver,
    Optional<String> holder,
    Optional<String> title,
    String project,
    Optional<LocalDate> due,
    Optional<LocalDate> created,
    OptionalInt minutes,
    OptionalInt priority) {

  /** How tasks and accounts are named. */
  static final String ID_RULE = "[A-Za-z0-9_-]{1,64}";

  private static final String TASK = "https://app.todoist.com/app/task/";
  private static final String HEADING = "* ";
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)\\]\\(https?://[^()\\s]+\\)");
  private static final int LEAST_URGENT = 4;
  private static final long MINUTES_OF_A_DAY = 8 * 60L;
  private static final long MOST_MINUTES = 365 * MINUTES_OF_A_DAY;

  static Item of(Json task) throws ConnectorException {
    String id = task.required("id");
    if (!id.matches(ID_RULE)) {
      throw ConnectorException.malformed("task id must match " + ID_RULE);
    }
    return new Item(
        id,
        task.isTrue("is_deleted") || task.isTrue("checked"),
        task.text("responsible_uid").or(() -> task.text("user_id")),
        title(task.text("content").orElse("")),
        task.text("project_id").orElse(""),
        Due.of(task),
        task.text("added_at").flatMap(Due::day),
        minutes(task.at("duration")),
        priority(task.whole("priority")));
  }

  /** The text without the addresses of its links; a heading is none. */
  private static Optional<String> title(String content) {
    return content.startsWith(HEADING)
        ? Optional.empty()
        : Text.line(LINK.matcher(content).replaceAll("$1"), Candidate.LONGEST_TITLE);
  }

  private static OptionalInt minutes(Json duration) {
    long unit =
        switch (duration.text("unit").orElse("")) {
          case "minute" -> 1;
          case "day" -> MINUTES_OF_A_DAY;
          default -> 0;
        };
    long amount = Math.min(duration.whole("amount").orElse(0), MOST_MINUTES);
    long minutes = Math.min(unit * amount, MOST_MINUTES);
    return minutes < 1 ? OptionalInt.empty() : OptionalInt.of((int) minutes);
  }

  /** Todoist's 4 is what people see as 1. */
  private static OptionalInt priority(OptionalLong urgency) {
    return urgency.isPresent() && urgency.getAsLong() >= 1 && urgency.getAsLong() <= LEAST_URGENT
        ? OptionalInt.of(LEAST_URGENT + 1 - (int) urgency.getAsLong())
        : OptionalInt.empty();
  }

  /** What it means for {@code account} that it is so. */
  Change change(Projects projects, String account) {
    boolean isTheirs = holder.isEmpty() || holder.get().equals(account);
    return isOver || !isTheirs || projects.isClosed(project)
        ? new Change.Gone(id)
        : title
            .<Change>map(text -> new Change.Open(candidate(text, projects)))
            .orElseGet(() -> new Change.Gone(id));
  }

  private Candidate candidate(String text, Projects projects) {
    Candidate candidate = Candidate.of(TodoistConnector.NAME, id, text).link(URI.create(TASK + id));
    candidate = projects.kind(project).map(candidate::kind).orElse(candidate);
    candidate = due.map(candidate::due).orElse(candidate);
    candidate = created.map(candidate::created).orElse(candidate);
    candidate = minutes.isPresent() ? candidate.minutes(minutes.getAsInt()) : candidate;
    return priority.isPresent() ? candidate.priority(priority.getAsInt()) : candidate;
  }
}
