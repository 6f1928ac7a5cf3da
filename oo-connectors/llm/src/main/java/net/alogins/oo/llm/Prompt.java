package net.alogins.oo.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a prompt: Markdown with two headings, {@code # System} and {@code # User}, and named
 * slots in double braces. What a person wrote goes to the user's part alone. A change of a prompt
 * is another version: what was earned with the one says nothing of the other.
 *
 * @param version its name: the file's, without {@code .md}
 * @param system what the model is told by us; may have the slot {@code count}
 * @param user what it is told of the person; must have the slots {@code count} and {@code tasks},
 *     and may have {@code moment} and {@code habits}
 * @param temperature how freely the model is asked to write, 0 to 2
 */
public record Prompt(String version, String system, String user, double temperature) {

  private static final String NAME = "[a-z0-9][a-z0-9.-]{0,63}";
  private static final int LONGEST = 16_384;
  private static final double USUAL_TEMPERATURE = 0.7;
  private static final Pattern FILE =
      Pattern.compile(
          "(?:---\\ntemperature: ([0-9.]{1,8})\\n---\\n)?\\s*# System\\n(.+?)\\n# User\\n(.+)",
          Pattern.DOTALL);
  private static final Pattern SLOT = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
  private static final Set<String> OF_US = Set.of("count");
  private static final Set<String> OF_THE_PERSON = Set.of("count", "tasks", "moment", "habits");
  private static final Set<String> REQUIRED = Set.of("count", "tasks");

  public Prompt {
    require(version.matches(NAME), version, "be named by 1 to 64 of a-z, 0-9, . and -");
    require(temperature >= 0 && temperature <= 2, version, "have a temperature of 0 to 2");
    require(system.length() + user.length() <= LONGEST, version, "have at most 16,384 characters");
    checkSlots(version, system, OF_US, "System");
    checkSlots(version, user, OF_THE_PERSON, "User");
    Set<String> missing = new TreeSet<>(REQUIRED);
    missing.removeAll(slots(user));
    require(missing.isEmpty(), version, "have the slots " + missing + " under # User");
  }

  /**
   * The prompt that a file's text says.
   *
   * @throws IllegalArgumentException naming the prompt and the rule that it breaks
   */
  public static Prompt parse(String version, String text) {
    Matcher file = FILE.matcher(text.replace("\r\n", "\n"));
    require(file.matches(), version, "be '# System', text, '# User', text, below no other heading");
    String temperature = file.group(1);
    try {
      return new Prompt(
          version,
          file.group(2).strip(),
          file.group(3).strip(),
          temperature == null ? USUAL_TEMPERATURE : Double.parseDouble(temperature));
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException(
          "prompt '" + version + "' must have a number as its temperature", malformed);
    }
  }

  private static void checkSlots(String version, String part, Set<String> allowed, String name) {
    List<String> unknown = new ArrayList<>(slots(part));
    unknown.removeAll(allowed);
    require(
        unknown.isEmpty(),
        version,
        "have no slots but " + new TreeSet<>(allowed) + " under # " + name + ", not " + unknown);
    require(
        !SLOT.matcher(part).replaceAll("").contains("{{"),
        version,
        "close every slot that it opens");
  }

  private static List<String> slots(String part) {
    return SLOT.matcher(part).results().map(slot -> slot.group(1)).toList();
  }

  private static void require(boolean holds, String version, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("prompt '" + version + "' must " + rule);
    }
  }

  /** This prompt with everything in its slots; what is put in is not looked at again. */
  public Rendered render(Situation situation, int count) {
    Map<String, String> values =
        Map.of(
            "count", Integer.toString(count),
            "tasks", situation.tasks(),
            "moment", situation.moment(),
            "habits", situation.habits());
    return new Rendered(version, filled(system, values), filled(user, values), count, temperature);
  }

  private static String filled(String part, Map<String, String> values) {
    return SLOT.matcher(part).replaceAll(slot -> Matcher.quoteReplacement(value(slot, values)));
  }

  private static String value(MatchResult slot, Map<String, String> values) {
    return values.getOrDefault(slot.group(1), "");
  }

  /** Whether a text of at least a few words stands in this prompt. */
  boolean says(String essence) {
    return essence.length() >= 16 && PlainText.essence(system + " " + user).contains(essence);
  }
}
