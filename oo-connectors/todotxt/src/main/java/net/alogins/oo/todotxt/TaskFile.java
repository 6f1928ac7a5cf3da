package net.alogins.oo.todotxt;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.alogins.oo.todotxt.Content.Span;

/**
 * One file of tasks: read again when it changed; while it cannot be read, what stood there last
 * stands. Used by one thread at a time.
 */
final class TaskFile {

  /** What was written less than this before it was read may change again under the same stamp. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /** Who wrote less than this ago may not have finished. */
  private static final Duration WRITING = Duration.ofMillis(500);

  private static final System.Logger LOGGER = System.getLogger(TodoTxt.class.getName());
  private static final int ATTEMPTS = 5;

  private final Path path;
  private final Clock clock;
  private Optional<Stamp> seen = Optional.empty();
  private Optional<Listing> last = Optional.empty();
  private Optional<TaskFileException> failure = Optional.empty();

  TaskFile(Path path, Clock clock) {
    this.path = path;
    this.clock = clock;
  }

  /**
   * What stands there, or stood there when it was last readable.
   *
   * @throws TaskFileException if it never was
   */
  Listing listing() {
    try {
      refresh();
      failure = Optional.empty();
    } catch (TaskFileException unreadable) {
      sayOnce(unreadable);
      seen = Optional.empty();
      failure = Optional.of(unreadable);
    }
    return last.orElseThrow(failure::orElseThrow);
  }

  private void refresh() {
    if (seen.isPresent() && seen.get().equals(Reading.stamp(path))) {
      return;
    }
    Instant now = clock.instant();
    Reading reading = whole(Reading.of(path), now);
    adopt(reading.content());
    seen = Optional.of(reading.stamp()).filter(s -> s.age(now).compareTo(SETTLED) >= 0);
  }

  private Reading whole(Reading reading, Instant now) {
    boolean isCutShort = last.isPresent() && last.get().isCutShortBy(reading.content());
    if (isCutShort && reading.stamp().age(now).abs().compareTo(WRITING) < 0) {
      throw new TaskFileException(path, "be written to its end");
    }
    return reading;
  }

  private void adopt(Content content) {
    Listing next = new Scan(path, content, Scan.MOST_LINES).listing();
    Set<Problem> known = Set.copyOf(last.map(Listing::problems).orElse(List.of()));
    next.problems().stream().filter(problem -> !known.contains(problem)).forEach(TaskFile::say);
    last = Optional.of(next);
  }

  private static void say(Problem problem) {
    String where = problem.file() + ", line " + problem.line();
    LOGGER.log(Level.WARNING, where + " is skipped: " + problem.rule());
  }

  private void sayOnce(TaskFileException unreadable) {
    boolean isNews = !failure.map(TaskFileException::rule).equals(Optional.of(unreadable.rule()));
    if (last.isPresent() && isNews) {
      LOGGER.log(Level.WARNING, unreadable.getMessage() + "; until then its last tasks stand");
    }
  }

  /**
   * Makes sure that the last look at it was a good one.
   *
   * @throws TaskFileException if it was not
   */
  void checkReadable() {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /**
   * Changes one line, and nothing else.
   *
   * @param key its words, and which of the lines with these words in this file it is
   * @param change its new text, or nothing if it is as it should be
   * @throws TaskFileException if the file cannot be read or written, or does not hold still
   */
  void edit(Key key, Function<Line, Optional<String>> change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Content content = whole(Reading.of(path), clock.instant()).content();
      Span span = Scan.find(content, key).orElseThrow(this::restless);
      Optional<String> text = content.text(span).map(Line::parse).flatMap(change);
      if (text.isEmpty() || isReplaced(content, content.with(span, text.get()))) {
        return;
      }
    }
    throw restless();
  }

  private boolean isReplaced(Content old, Content fresh) {
    try {
      if (!Replacement.isDone(path, old, fresh)) {
        return false;
      }
    } catch (IOException failed) {
      throw new TaskFileException(path, "be writable, and its folder too", failed);
    }
    seen = Optional.empty();
    adopt(fresh);
    return true;
  }

  /** What was seen may be out of date, though its stamp is not. */
  private TaskFileException restless() {
    seen = Optional.empty();
    return new TaskFileException(path, "stay as it is while a line of it is changed");
  }
}
