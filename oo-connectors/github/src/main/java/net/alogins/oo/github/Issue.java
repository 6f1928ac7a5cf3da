package net.alogins.oo.github;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Json;
import net.alogins.oo.remote.Text;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;

/**
 * An issue or a pull request as GitHub lists it.
 *
 * @param repository where it is, {@code owner/name}
 * @param isDraft whether it is not ready to be looked at
 */
record Issue(
    String repository,
    long number,
    boolean isPullRequest,
    boolean isDraft,
    String title,
    Optional<LocalDate> due,
    Optional<LocalDate> created) {

  private static final int LONGEST_KIND = 64;
  private static final int DAY_LENGTH = 10;
  private static final Pattern API =
      Pattern.compile(".*/repos/([A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100})");

  static Issue of(Json issue) throws ConnectorException {
    Matcher api = API.matcher(issue.required("repository_url"));
    if (!api.matches() || issue.whole("number").orElse(0) < 1) {
      throw ConnectorException.malformed("issue must have a repository and a number");
    }
    return new Issue(
        api.group(1),
        issue.whole("number").orElseThrow(),
        issue.at("pull_request").isPresent(),
        issue.isTrue("draft"),
        issue.text("title").orElse(""),
        issue.at("milestone").text("due_on").flatMap(Issue::day),
        issue.text("created_at").flatMap(Issue::day));
  }

  private static Optional<LocalDate> day(String time) {
    try {
      return time.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")
          ? Optional.of(LocalDate.parse(time.substring(0, DAY_LENGTH)))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** {@code owner/name#12}, or {@code owner/name!12} for a pull request. */
  String key() {
    return repository + (isPullRequest ? "!" : "#") + number;
  }

  /** It, as something to do. */
  Optional<Change> open(GithubSite site) {
    return open(site, "");
  }

  /** It, as something to review, if it is ready. */
  Optional<Change> review(GithubSite site) {
    return isDraft ? Optional.empty() : open(site, "Review: ");
  }

  private Optional<Change> open(GithubSite site, String before) {
    return Text.line(before + title, Candidate.LONGEST_TITLE)
        .map(text -> candidate(site, text))
        .map(Change.Open::new);
  }

  private Candidate candidate(GithubSite site, String text) {
    String page = repository + (isPullRequest ? "/pull/" : "/issues/") + number;
    URI link = site.web().resolve(page);
    Candidate candidate = Candidate.of(GithubConnector.NAME, key(), text).link(link);
    candidate = Text.line(repository, LONGEST_KIND).map(candidate::kind).orElse(candidate);
    candidate = due.map(candidate::due).orElse(candidate);
    return created.map(candidate::created).orElse(candidate);
  }
}
