package net.alogins.oo.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;

/**
 * What one text of iCalendar (RFC 5545) says, within bounds.
 *
 * @param calendars as ical4j has them
 * @param parts the tasks and events, in their order
 * @param zones the time zones that they are in
 * @param problems what could not be read, and is not there
 */
record Agenda(List<Calendar> calendars, List<Part> parts, Zones zones, List<Problem> problems) {

  /** The longest text, in bytes. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  /** The most components in one text. */
  static final int MOST_COMPONENTS = 20_000;

  private static final Pattern BEGIN = Pattern.compile("(?im)^BEGIN:(?!VCALENDAR\\s*$)");
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /**
   * What {@code bytes} say.
   *
   * @throws BrokenCalendarException if they are no calendar, or too much of one
   */
  static Agenda of(byte[] bytes, Instant now) throws BrokenCalendarException {
    if (bytes.length > MOST_BYTES) {
      throw broken(1, "be of at most " + MOST_BYTES + " bytes");
    }
    return of(new String(bytes, StandardCharsets.UTF_8), now);
  }

  /**
   * What {@code whole} says.
   *
   * @throws BrokenCalendarException if it is no calendar, or too much of one
   */
  static Agenda of(String whole, Instant now) throws BrokenCalendarException {
    String text = whole.indexOf(BYTE_ORDER_MARK) == 0 ? whole.substring(1) : whole;
    if (text.length() > MOST_BYTES) {
      throw broken(1, "be of at most " + MOST_BYTES + " characters");
    }
    int[] begins = begins(text);
    if (begins.length > MOST_COMPONENTS) {
      throw broken(begins[MOST_COMPONENTS], "have at most " + MOST_COMPONENTS + " components");
    }
    List<Calendar> calendars = new ArrayList<>();
    Zones zones = new Zones(now);
    Reading reading = new Reading(calendars, zones, begins);
    try {
      new CalendarParserImpl(true)
          .parse(new UnfoldingReader(new StringReader(text), true), reading);
    } catch (ParserException broken) {
      throw broken(Math.max(1, broken.getLineNo()), "be iCalendar: BEGIN, NAME:VALUE, END");
    } catch (IOException impossible) {
      throw new IllegalStateException("a text must be readable", impossible);
    }
    return new Agenda(calendars, reading.parts(), zones, reading.problems());
  }

  private static BrokenCalendarException broken(int line, String rule) {
    return new BrokenCalendarException(new Problem(line, "calendar", rule));
  }

  /** The lines on which components begin; a line that is folded begins with a space. */
  private static int[] begins(String text) {
    Matcher matcher = BEGIN.matcher(text);
    IntStream.Builder lines = IntStream.builder();
    int line = 1;
    int from = 0;
    while (matcher.find()) {
      line += (int) text.substring(from, matcher.start()).chars().filter(c -> c == '\n').count();
      from = matcher.start();
      lines.add(line);
    }
    return lines.build().toArray();
  }

  /** The tasks. */
  List<Series> todos() {
    return series(Component.VTODO);
  }

  /** The events. */
  List<Series> events() {
    return series(Component.VEVENT);
  }

  /** When its events keep somebody busy in {@code window}; those that are broken are told. */
  List<Interval> busy(Window window, Consumer<Problem> broken) {
    List<Interval> times = new ArrayList<>();
    for (Series series : events()) {
      try {
        times.addAll(Event.busy(series, window));
      } catch (BrokenCalendarException event) {
        broken.accept(event.problem());
      }
    }
    return times;
  }

  /** What has no UID is by itself. */
  private List<Series> series(String kind) {
    Map<String, List<Part>> byUid = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.name().equalsIgnoreCase(kind)) {
        String uid = part.text(Property.UID).orElse("\n" + part.line());
        byUid.computeIfAbsent(uid, any -> new ArrayList<>()).add(part);
      }
    }
    return byUid.values().stream().map(Series::of).toList();
  }
}
