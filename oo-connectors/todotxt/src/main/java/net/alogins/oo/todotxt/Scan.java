package net.alogins.oo.todotxt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.alogins.oo.todotxt.Content.Span;
import net.alogins.oo.todotxt.Listing.Open;

/** One pass over a file, which finds its tasks and its problems. */
final class Scan {

  private static final int LONGEST_LINE = 64 * 1024;

  /** The most lines with words. */
  static final int MOST_LINES = 1_000_000;

  private static final int MOST_TASKS = 10_000;

  /** The most problems that are kept. */
  static final int MOST_PROBLEMS = 100;

  private final Path file;
  private final Content content;
  private final int most;
  private final LongStream.Builder words = LongStream.builder();
  private final List<Open> tasks = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int count;
  private boolean isFull;

  Scan(Path file, Content content, int most) {
    this.file = file;
    this.content = content;
    this.most = most;
  }

  /**
   * What stands in the file.
   *
   * @throws TaskFileException if it has too many lines
   */
  Listing listing() {
    content.lines().forEach(this::take);
    return new Listing(words.build().toArray(), tasks, problems, content);
  }

  private void take(Span span) {
    if (span.length() > LONGEST_LINE) {
      String rule = "line must be at most " + LONGEST_LINE + " bytes but was " + span.length();
      report(span, rule);
      return;
    }
    Optional<String> text = content.text(span);
    if (text.isEmpty()) {
      report(span, "line must be UTF-8 without NUL bytes");
    } else if (!text.get().isBlank()) {
      take(span, text.get());
    }
  }

  private void take(Span span, String text) {
    Line line = Line.parse(text);
    Optional<String> broken = line.isOffered() ? line.brokenRule() : Optional.empty();
    broken.ifPresent(rule -> report(span, rule));
    List<String> lasting = line.description().lasting();
    if (lasting.isEmpty()) {
      return;
    }
    if (count == most) {
      throw new TaskFileException(file, "have at most " + most + " lines with words");
    }
    words.add(Key.digest(lasting));
    if (line.isOffered() && broken.isEmpty()) {
      offer(span, text);
    }
    count++;
  }

  private void offer(Span span, String text) {
    if (tasks.size() < MOST_TASKS) {
      tasks.add(new Open(count, text));
    } else if (!isFull) {
      isFull = true;
      report(span, "open tasks of a file must be at most " + MOST_TASKS);
    }
  }

  private void report(Span span, String rule) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(file, span.number(), rule));
    }
  }

  /** The {@code nth} line with these words. */
  static Optional<Span> find(Content content, Key key) {
    return content
        .lines()
        .filter(span -> has(content, span, key.words()))
        .skip(key.nth() - 1L)
        .findFirst();
  }

  private static boolean has(Content content, Span span, long words) {
    return span.length() <= LONGEST_LINE
        && content
            .text(span)
            .map(text -> Line.parse(text).description().lasting())
            .filter(lasting -> !lasting.isEmpty() && Key.digest(lasting) == words)
            .isPresent();
  }
}
