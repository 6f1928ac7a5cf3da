package net.alogins.oo.todoist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.remote.Json;

/**
 * When a task is due. Todoist writes it in three forms: a day ({@code 2026-03-01}), a time wherever
 * the person is ({@code 2026-03-01T09:00:00}), and a time of a zone ({@code 2026-03-01T08:00:00Z}
 * beside a {@code timezone}).
 */
final class Due {

  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final int DAY_LENGTH = 10;

  private Due() {}

  /** The day of {@code due}, or else of {@code deadline}. */
  static Optional<LocalDate> of(Json task) {
    return day(task.at("due")).or(() -> day(task.at("deadline")));
  }

  private static Optional<LocalDate> day(Json due) {
    return due.text("date").flatMap(date -> day(date, due.text("timezone")));
  }

  private static Optional<LocalDate> day(String date, Optional<String> zone) {
    try {
      if (date.endsWith("Z")) {
        ZoneId there = ZoneId.of(zone.orElse(ZoneOffset.UTC.getId()));
        return Optional.of(LocalDate.ofInstant(Instant.parse(date), there)).filter(Due::isSome);
      }
      return date.matches(DAY + "(T.*)?")
          ? Optional.of(LocalDate.parse(date.substring(0, DAY_LENGTH)))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The day of a time like {@code 2026-03-01T08:00:00.000000Z}, in UTC. */
  static Optional<LocalDate> day(String time) {
    return time.endsWith("Z") ? day(time, Optional.empty()) : Optional.empty();
  }

  /**
   * The same on another day: at the same time, of the same zone, recurring as before. Todoist keeps
   * how a task recurs if it is told that along with the date.
   */
  static Optional<Map<String, ?>> moved(Json due, LocalDate day) {
    Optional<String> zone = due.text("timezone");
    return due.text("date")
        .flatMap(date -> moved(date, zone, day))
        .map(
            date -> {
              Map<String, Object> moved = new LinkedHashMap<>(Map.of("date", date));
              zone.ifPresent(text -> moved.put("timezone", text));
              if (due.isTrue("is_recurring")) {
                moved.put("is_recurring", true);
                due.text("string").ifPresent(text -> moved.put("string", text));
                due.text("lang").ifPresent(text -> moved.put("lang", text));
              }
              return moved;
            });
  }

  private static Optional<String> moved(String date, Optional<String> zone, LocalDate day) {
    try {
      if (date.endsWith("Z")) {
        ZoneId there = ZoneId.of(zone.orElse(ZoneOffset.UTC.getId()));
        ZonedDateTime at = Instant.parse(date).atZone(there);
        return Optional.of(at.with(day).toInstant().toString());
      }
      return date.matches(DAY + "(T.*)?")
          ? Optional.of(day + date.substring(DAY_LENGTH))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static boolean isSome(LocalDate day) {
    return day.toString().matches(DAY);
  }
}
