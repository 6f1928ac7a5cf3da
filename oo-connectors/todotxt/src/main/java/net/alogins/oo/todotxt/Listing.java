package net.alogins.oo.todotxt;

import java.util.Arrays;
import java.util.List;

/** What stands in a file. */
final class Listing {

  private final long[] words;
  private final List<Open> tasks;
  private final List<Problem> problems;
  private final boolean isEmpty;
  private final boolean isWhole;

  /**
   * An open task.
   *
   * @param index which of the lines with words it is, from 0
   * @param text how its line reads, which takes less room than what it says
   */
  record Open(int index, String text) {}

  Listing(long[] words, List<Open> tasks, List<Problem> problems, Content content) {
    this.words = words;
    this.tasks = List.copyOf(tasks);
    this.problems = List.copyOf(problems);
    this.isEmpty = content.isEmpty();
    this.isWhole = content.isWhole();
  }

  /** The digest of the words of a line; lines with words count, open or completed, from 0. */
  long words(int index) {
    return words[index];
  }

  /** How many lines have words. */
  int size() {
    return words.length;
  }

  /** How many lines have these words. */
  int count(long these) {
    return Math.toIntExact(Arrays.stream(words).filter(word -> word == these).count());
  }

  List<Open> tasks() {
    return tasks;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Whether {@code next} looks as if somebody had not finished writing it. */
  boolean isCutShortBy(Content next) {
    return next.isEmpty() ? !isEmpty : isWhole && !next.isWhole();
  }
}
