package net.alogins.oo.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.remote.Request;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectorException;

/** GitHub's REST API, in its version of 2022-11-28. */
final class Wire {

  static final String FIRST =
      "issues?filter=assigned&state=open&sort=updated&direction=desc&per_page=100";

  private static final String REVIEWS =
      "search/issues?q=is:open+is:pr+user-review-requested:@me&sort=created&order=asc&per_page=100";
  private static final Pattern ISSUE = Pattern.compile("([\\w.-]+/[\\w.-]+)#(\\d{1,18})");

  private final Remote remote;
  private final GithubSite site;

  Wire(Remote remote, GithubSite site) {
    this.remote = remote;
    this.site = site;
  }

  private Request to(byte[] token, String address) throws ConnectorException {
    return remote.to(address).bearer(token).header("X-GitHub-Api-Version", "2022-11-28");
  }

  /** A page of what is assigned; empty if it is called {@code tag} still. */
  Optional<Page> page(byte[] token, String address, String tag)
      throws ConnectorException, InterruptedException {
    Request request = to(token, address);
    Answer answer = (tag.isEmpty() ? request : request.header("If-None-Match", tag)).get();
    return answer.status() == 304 ? Optional.empty() : Optional.of(Page.of(accepted(answer), site));
  }

  /** What is to be reviewed, at most a hundred, those that have waited longest. */
  List<Change> reviews(byte[] token) throws ConnectorException, InterruptedException {
    List<Change> reviews = new ArrayList<>();
    accepted(to(token, REVIEWS).get())
        .json(Map.of("items", one -> Issue.of(one).review(site).ifPresent(reviews::add)));
    return reviews;
  }

  /** Closes or reopens an issue; a pull request, and what is gone, is left alone. */
  void execute(byte[] token, Command command) throws ConnectorException, InterruptedException {
    Matcher issue = ISSUE.matcher(command.key());
    if (!issue.matches()) {
      return;
    }
    Map<String, ?> state =
        switch (command.verb()) {
          case COMPLETE -> Map.of("state", "closed", "state_reason", "completed");
          case REOPEN -> Map.of("state", "open");
          case POSTPONE -> throw ConnectorException.malformed("an issue must be done or open");
        };
    String address = "repos/" + issue.group(1) + "/issues/" + issue.group(2);
    Answer answer = to(token, address).patch(state);
    boolean isGone = answer.status() == 404 || answer.status() == 410 || answer.status() == 301;
    if (!isGone) {
      changed(answer);
    }
  }

  /** Whoever may not change one issue, as one of an archived repository, is let in all the same. */
  private void changed(Answer answer) throws ConnectorException {
    try {
      accepted(answer);
    } catch (ConnectorException failure) {
      boolean isThisAlone =
          answer.status() == 403 && failure.kind() == ConnectorException.Kind.REVOKED;
      throw isThisAlone
          ? ConnectorException.malformed("issue must be one that may be changed")
          : failure;
    }
  }

  /** The number of the user whose token this is. */
  String account(byte[] token) throws ConnectorException, InterruptedException {
    long id = accepted(to(token, "user").get()).json().whole("id").orElse(0);
    if (id < 1) {
      throw ConnectorException.malformed("user must have an id");
    }
    return Long.toString(id);
  }

  /** GitHub says 403 as well when it has been asked too often. */
  private static Answer accepted(Answer answer) throws ConnectorException {
    boolean isRefused = answer.status() == 403 || answer.status() == 429;
    boolean isSpent = answer.header("X-RateLimit-Remaining").filter("0"::equals).isPresent();
    if (isRefused && (isSpent || answer.retryAfter().isPresent())) {
      throw ConnectorException.throttled(
          answer.retryAfter().or(() -> answer.until("X-RateLimit-Reset")));
    }
    return answer.accepted();
  }
}
