package net.alogins.oo.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;

/** Calendars of a few lines, and what is read in them. */
final class Ics {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant NOW = Instant.parse("2026-11-27T11:00:00Z");

  private Ics() {}

  static byte[] of(String... lines) {
    List<String> all = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//t//t"));
    all.addAll(List.of(lines));
    all.add("END:VCALENDAR\r\n");
    return String.join("\r\n", all).getBytes(StandardCharsets.UTF_8);
  }

  /** One component, with a UID. */
  static String[] lines(String kind, String... lines) {
    List<String> all = new ArrayList<>(List.of("BEGIN:" + kind, "UID:u"));
    all.addAll(List.of(lines));
    all.add("END:" + kind);
    return all.toArray(String[]::new);
  }

  static byte[] todo(String... lines) {
    return of(lines("VTODO", lines));
  }

  static byte[] event(String... lines) {
    return of(lines("VEVENT", lines));
  }

  /** Several components. */
  static byte[] all(String[]... components) {
    List<String> all = new ArrayList<>();
    for (String[] component : components) {
      all.addAll(List.of(component));
    }
    return of(all.toArray(String[]::new));
  }

  static Agenda read(byte[] text) throws BrokenCalendarException {
    return Agenda.of(text, NOW);
  }

  /** The first task as it stands for somebody in Berlin. */
  static Optional<Candidate> task(byte[] text) throws BrokenCalendarException {
    return task(text, NOW);
  }

  static Optional<Candidate> task(byte[] text, Instant now) throws BrokenCalendarException {
    return new Todo(read(text).todos().get(0), now, BERLIN).candidate("caldav", "k");
  }
}
