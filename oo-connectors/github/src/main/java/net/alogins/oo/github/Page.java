package net.alogins.oo.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.alogins.oo.remote.Answer;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;

/**
 * A page of issues.
 *
 * @param tag what this page is called, while it is as it is
 * @param next where the page after it is
 */
record Page(List<Change> changes, Optional<String> tag, Optional<String> next) {

  private static final Pattern NEXT = Pattern.compile("<([^<>]*)>\\s*;[^,]*\\brel=\"?next\\b");

  static Page of(Answer answer, GithubSite site) throws ConnectorException {
    List<Change> changes = new ArrayList<>();
    answer.each(issue -> Issue.of(issue).open(site).ifPresent(changes::add));
    Matcher next = NEXT.matcher(answer.header("Link").orElse(""));
    return new Page(
        changes,
        answer.header("ETag"),
        next.find() ? Optional.of(next.group(1)) : Optional.empty());
  }

  /** This and the page after it, which together have no tag. */
  Page and(Page following) {
    return new Page(with(following.changes()), Optional.empty(), following.next());
  }

  /** Its changes, and then {@code more}. */
  List<Change> with(List<Change> more) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(more);
    return all;
  }
}
