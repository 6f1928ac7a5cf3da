package net.alogins.oo.webhook;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Json;
import net.alogins.oo.remote.Text;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;

/**
 * A task as it is pushed: what is said of it takes the place of all that was said before.
 *
 * @param task the JSON object
 * @param where what it is called in messages
 */
record PushedTask(Json task, String where) {

  private static final List<String> NAMES =
      List.of("id", "title", "kind", "link", "due", "created", "minutes", "priority", "deleted");
  private static final Set<String> WEB = Set.of("http", "https");
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final String ID_RULE =
      "be a text of 1 to 256 characters, not blank, without control characters";
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_KIND = 64;
  private static final int LONGEST_LINK = 2048;
  private static final int LEAST_URGENT = 4;
  private static final int MOST_MINUTES = 365 * 24 * 60;

  /**
   * What has changed by it.
   *
   * @throws ConnectorException malformed, if it breaks a rule, which is named
   */
  Change change() throws ConnectorException {
    for (String name : task.names()) {
      require(NAMES.contains(name), "", "have no members but " + String.join(", ", NAMES));
    }
    String id = needed("id", field("id", PushedTask::id, ID_RULE), ID_RULE);
    return field("deleted", Json::flag, "be true or false").orElse(false)
        ? new Change.Gone(id)
        : new Change.Open(candidate(id));
  }

  private Candidate candidate(String id) throws ConnectorException {
    String rule = "be a text that is not blank, unless the task is deleted";
    String title = needed("title", field("title", line(Candidate.LONGEST_TITLE), rule), rule);
    Candidate candidate = Candidate.of(WebhookConnector.NAME, id, title);
    candidate =
        field("kind", line(LONGEST_KIND), "be a text that is not blank")
            .map(candidate::kind)
            .orElse(candidate);
    candidate =
        field("link", PushedTask::link, "be an address of the web")
            .map(candidate::link)
            .orElse(candidate);
    return numbered(dated(candidate));
  }

  private Candidate dated(Candidate candidate) throws ConnectorException {
    String rule = "be a day, as in 2026-03-01";
    Optional<LocalDate> created = field("created", PushedTask::day, rule);
    Candidate dated = created.map(candidate::created).orElse(candidate);
    return field("due", PushedTask::day, rule).map(dated::due).orElse(dated);
  }

  private Candidate numbered(Candidate candidate) throws ConnectorException {
    OptionalInt minutes = whole("minutes", MOST_MINUTES);
    OptionalInt priority = whole("priority", LEAST_URGENT);
    Candidate timed = minutes.isPresent() ? candidate.minutes(minutes.getAsInt()) : candidate;
    return priority.isPresent() ? timed.priority(priority.getAsInt()) : timed;
  }

  private static Optional<String> id(Json id) {
    return id.text()
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_ID)
        .filter(text -> Text.line(text, LONGEST_ID).filter(text::equals).isPresent());
  }

  /** What is too long is cut, as for the tasks of any other system. */
  private static Function<Json, Optional<String>> line(int longest) {
    return json -> json.text().flatMap(text -> Text.line(text, longest));
  }

  private static Optional<LocalDate> day(Json day) {
    try {
      return day.text().filter(text -> text.matches(DAY)).map(LocalDate::parse);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<URI> link(Json link) {
    try {
      return link.text()
          .filter(text -> text.length() <= LONGEST_LINK)
          .map(URI::create)
          .filter(uri -> uri.getHost() != null && WEB.contains(uri.getScheme()));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private OptionalInt whole(String name, int most) throws ConnectorException {
    if (!task.at(name).isPresent()) {
      return OptionalInt.empty();
    }
    OptionalLong number = task.whole(name);
    boolean isFit = number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= most;
    require(isFit, "." + name, "be a whole number of 1 to " + most);
    return OptionalInt.of((int) number.orElseThrow());
  }

  /** What {@code read} finds in a member; empty if there is none. */
  private <T> Optional<T> field(String name, Function<Json, Optional<T>> read, String rule)
      throws ConnectorException {
    Json member = task.at(name);
    Optional<T> value = member.isPresent() ? read.apply(member) : Optional.empty();
    require(value.isPresent() || !member.isPresent(), "." + name, rule);
    return value;
  }

  private <T> T needed(String name, Optional<T> value, String rule) throws ConnectorException {
    require(value.isPresent(), "." + name, rule);
    return value.orElseThrow();
  }

  private void require(boolean isSo, String what, String rule) throws ConnectorException {
    if (!isSo) {
      throw ConnectorException.malformed(where + what + " must " + rule);
    }
  }
}
