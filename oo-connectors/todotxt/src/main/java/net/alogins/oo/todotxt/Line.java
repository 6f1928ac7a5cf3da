package net.alogins.oo.todotxt;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line in the todo.txt format.
 *
 * @param isCompleted whether it begins with {@code x} and a space
 * @param priority a letter from A to Z
 * @param created the day it was made, as written
 * @param description all that follows, as written
 */
record Line(
    boolean isCompleted,
    Optional<String> priority,
    Optional<String> created,
    Description description) {

  private static final String MARK = "x ";
  private static final String PRIORITY = "(?:\\((?<priority>[A-Z])\\) )?";
  private static final String CREATED = "(?:(?<created>" + Description.DAY + ") )?";
  private static final String REST = "(?<rest>.*)";
  private static final Pattern OPEN = Pattern.compile(PRIORITY + CREATED + REST, Pattern.DOTALL);
  private static final Pattern COMPLETED =
      Pattern.compile(
          MARK + PRIORITY + "(?:" + Description.DAY + " " + CREATED + ")?" + REST, Pattern.DOTALL);
  private static final Pattern KEPT_PRIORITY =
      Pattern.compile("(?<before>.*)\\spri:(?<priority>[A-Z])(?<after>(?:\\s.*)?)", Pattern.DOTALL);

  /** The line that {@code text} is; every text is one. */
  static Line parse(String text) {
    boolean isCompleted = text.startsWith(MARK);
    Matcher matcher = (isCompleted ? COMPLETED : OPEN).matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("every text must be a line");
    }
    return new Line(
        isCompleted,
        Optional.ofNullable(matcher.group("priority")),
        Optional.ofNullable(matcher.group("created")),
        Description.of(matcher.group("rest")));
  }

  /** Whether it is open and not hidden. */
  boolean isOffered() {
    return !isCompleted && !description.isHidden();
  }

  /** What must hold of an open line and does not. */
  Optional<String> brokenRule() {
    return created
        .flatMap(day -> Values.brokenDay("created", day))
        .or(() -> description.brokenRule());
  }

  /** How it reads when it is completed on {@code today}; empty if it is completed already. */
  Optional<String> completed(LocalDate today) {
    if (isCompleted) {
      return Optional.empty();
    }
    String kept = priority.map(letter -> " pri:" + letter).orElse("");
    return Optional.of(MARK + today + " " + since() + description.text() + kept);
  }

  /** How it reads when it is open again; empty if it is open already. */
  Optional<String> reopened() {
    if (!isCompleted) {
      return Optional.empty();
    }
    Matcher kept = KEPT_PRIORITY.matcher(description.text());
    if (priority.isEmpty() && kept.matches()) {
      String text = kept.group("before") + kept.group("after");
      return Optional.of("(" + kept.group("priority") + ") " + since() + text);
    }
    String urgency = priority.map(letter -> "(" + letter + ") ").orElse("");
    return Optional.of(unmarked(urgency + since() + description.text()));
  }

  private String since() {
    return created.map(day -> day + " ").orElse("");
  }

  /** A description that begins like a completed line is kept from being one by a space. */
  private static String unmarked(String text) {
    return text.startsWith(MARK) ? " " + text : text;
  }
}
