package net.alogins.oo.todotxt;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a line says after its mark, priority and dates.
 *
 * @param text as written
 * @param words the same, at its white space
 */
record Description(String text, List<String> words) {

  /** How a day is written, whether or not there is such a day. */
  static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  private static final int LONGEST_LINK = 2000;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Predicate<String> LEADING =
      Pattern.compile("\\([A-Z]\\)|" + DAY).asMatchPredicate();
  private static final Set<String> MOVABLE = Set.of("due", "t", "pri");
  private static final Predicate<String> METADATA =
      Pattern.compile("[a-z][a-z0-9_-]*:[^:/][^:]*").asMatchPredicate();
  private static final Predicate<String> TAG = Pattern.compile("(?s)[+@].+").asMatchPredicate();
  private static final Predicate<String> LINK =
      Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE).asMatchPredicate();
  private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?]+$");

  static Description of(String text) {
    return new Description(
        text, SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).toList());
  }

  /**
   * The words that make a task this one, whatever happens to it: without priorities and days at
   * their beginning, and without {@code due:}, {@code t:} and {@code pri:}.
   */
  List<String> lasting() {
    return words.stream().filter(word -> !MOVABLE.contains(key(word))).dropWhile(LEADING).toList();
  }

  /** What stands before the first colon, if something stands after it; or else nothing. */
  private static String key(String word) {
    int colon = word.indexOf(':');
    return colon < 0 || colon == word.length() - 1 ? "" : word.substring(0, colon);
  }

  boolean isHidden() {
    return words.contains("h:1");
  }

  /** What must hold of an open line and does not. */
  Optional<String> brokenRule() {
    if (lasting().stream().allMatch(Legible::isEmpty)) {
      return Optional.of("line must have words beside its dates");
    }
    return words.stream().flatMap(word -> brokenRule(word).stream()).findFirst();
  }

  private static Optional<String> brokenRule(String word) {
    String key = key(word);
    String value = word.substring(Math.min(key.length() + 1, word.length()));
    return switch (key) {
      case "due", "t" -> Values.brokenDay(key, value);
      case "min" -> Values.brokenMinutes(key, value);
      case "est" -> Values.brokenEstimate(key, value);
      default -> Optional.empty();
    };
  }

  Optional<LocalDate> due() {
    return values("due:").flatMap(value -> Values.day(value).stream()).findFirst();
  }

  /** The first day on which it may be suggested. */
  Optional<LocalDate> threshold() {
    return values("t:").flatMap(value -> Values.day(value).stream()).findFirst();
  }

  OptionalInt minutes() {
    OptionalInt minutes = values("min:").mapToInt(v -> Values.minutes(v).orElse(0)).findFirst();
    return minutes.isPresent()
        ? minutes
        : values("est:").mapToInt(v -> Values.estimate(v).orElse(0)).findFirst();
  }

  private Stream<String> values(String key) {
    return words.stream()
        .filter(word -> word.startsWith(key) && word.length() > key.length())
        .map(word -> word.substring(key.length()));
  }

  /** The words for a person: without metadata, and without the tags at the end. */
  String title() {
    List<String> told = legible().filter(METADATA.negate()).dropWhile(LEADING).toList();
    return Stream.of(withoutTagsAtTheEnd(told), told)
        .map(list -> String.join(" ", list))
        .filter(title -> !Legible.isEmpty(title))
        .findFirst()
        .orElseGet(() -> legible().collect(Collectors.joining(" ")));
  }

  private static List<String> withoutTagsAtTheEnd(List<String> words) {
    List<String> kept = new ArrayList<>(words);
    while (!kept.isEmpty() && TAG.test(kept.get(kept.size() - 1))) {
      kept.remove(kept.size() - 1);
    }
    return kept;
  }

  /** The first project, or else the first context, without its sign. */
  Optional<String> kind() {
    return Stream.of("+", "@")
        .flatMap(sign -> legible().filter(word -> word.startsWith(sign)))
        .map(word -> word.substring(1))
        .filter(name -> !Legible.isEmpty(name))
        .findFirst();
  }

  /** The first address of a web page. */
  Optional<URI> link() {
    return legible()
        .filter(word -> word.length() <= LONGEST_LINK && LINK.test(word))
        .flatMap(word -> page(PUNCTUATION.matcher(word).replaceFirst("")).stream())
        .findFirst();
  }

  private static Optional<URI> page(String address) {
    try {
      return Optional.of(new URI(address)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private Stream<String> legible() {
    return words.stream().map(Legible::of).filter(word -> !Legible.isEmpty(word));
  }
}
