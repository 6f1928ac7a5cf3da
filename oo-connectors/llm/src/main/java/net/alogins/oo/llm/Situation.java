package net.alogins.oo.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.Past;

/**
 * What a model is told of a person: no name, no id, no address; at most twenty of their tasks, in
 * words without links, e-mail addresses and long numbers; how these fared; the part of the day;
 * when they lately got something done. The same moment and list give the same words.
 *
 * @param tasks one JSON object a line; angle brackets and backquotes are escaped
 * @param moment such as {@code Tuesday morning, 30 minutes are free}
 * @param habits such as {@code done in the morning: 3}
 */
public record Situation(String tasks, String moment, String habits) {

  private static final int MOST_TASKS = 20;
  private static final int LONGEST_TITLE = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The parts of a day. */
  private enum Part {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING;

    static Part of(ZonedDateTime time) {
      int hour = time.getHour();
      return hour < 6 ? NIGHT : hour < 12 ? MORNING : hour < 18 ? AFTERNOON : EVENING;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What may be told of whoever asks, and of {@code tasks}, the most relevant first. */
  public static Situation of(Context context, List<Candidate> tasks) {
    String lines =
        tasks.stream()
            .limit(MOST_TASKS)
            .map(task -> line(task, context))
            .collect(Collectors.joining("\n"));
    return new Situation(lines, moment(context), habits(context));
  }

  private static String line(Candidate task, Context context) {
    LocalDate today = context.localTime().toLocalDate();
    Past past = context.history().of(task.id());
    ObjectNode node = JSON.createObjectNode();
    node.put("task", Pseudonymous.text(PlainText.cut(PlainText.line(task.title()), LONGEST_TITLE)));
    task.due().ifPresent(day -> node.put("due_in_days", ChronoUnit.DAYS.between(today, day)));
    task.minutes().ifPresent(many -> node.put("minutes", many));
    task.priority().ifPresent(rank -> node.put("priority", rank));
    if (past.snoozed() > 0) {
      node.put("put_off", past.snoozed());
    }
    if (past.dismissed() > 0) {
      node.put("refused", past.dismissed());
    }
    return escaped(node);
  }

  private static String escaped(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("`", "\\u0060");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a task must be JSON", impossible);
    }
  }

  private static String moment(Context context) {
    ZonedDateTime time = context.localTime();
    String day = time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    String free =
        context.attributes().number(Attributes.MINUTES_FREE).stream()
            .mapToObj(minutes -> ", " + 15 * Math.round(minutes / 15) + " minutes are free")
            .collect(Collectors.joining());
    return day + " " + Part.of(time).word() + free;
  }

  private static String habits(Context context) {
    Map<Part, Integer> done = new EnumMap<>(Part.class);
    for (Past past : context.history().pasts().values()) {
      past.doneAt()
          .map(at -> Part.of(at.atZone(context.preferences().zone())))
          .ifPresent(part -> done.merge(part, 1, Integer::sum));
    }
    String counts =
        done.entrySet().stream()
            .map(entry -> "done in the " + entry.getKey().word() + ": " + entry.getValue())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "nothing is known" : counts;
  }

  /** What was used, in short: the same for the same words. */
  String key() {
    return Fingerprint.of(tasks + "\n" + moment + "\n" + habits);
  }

  /** The words of the tasks as they were sent, in small letters. */
  Set<String> words() {
    return Arrays.stream(tasks.toLowerCase(Locale.ROOT).split("[\\s\"]+"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
