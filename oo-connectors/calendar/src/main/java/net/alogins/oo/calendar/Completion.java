package net.alogins.oo.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.signal.Command;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VToDo;

/**
 * A task that is completed, or reopened, in the text in which it stands; everything else there
 * stays as it is. Of a recurring task one occurrence is completed, by a component that stands in
 * for it ({@code RECURRENCE-ID}), so that the rule and what was done before stay too. Each change
 * bears the id of its command, by which it is made once.
 */
final class Completion {

  private static final String COMMAND = "X-OO-COMMAND";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private final Agenda agenda;
  private final Command command;
  private final Todo todo;

  private Completion(Agenda agenda, Command command, Todo todo) {
    this.agenda = agenda;
    this.command = command;
    this.todo = todo;
  }

  /**
   * The text in which {@code command} is carried out; empty if there is nothing to do, since it is,
   * or the task is so already, or gone.
   *
   * @throws BrokenCalendarException if the text cannot be understood, or written again
   */
  static Optional<String> of(Agenda agenda, Command command, ZoneId zone)
      throws BrokenCalendarException {
    List<Series> todos = agenda.todos();
    boolean isDone =
        agenda.parts().stream()
            .anyMatch(part -> part.text(COMMAND).filter(command.id()::equals).isPresent());
    if (isDone || todos.isEmpty()) {
      return Optional.empty();
    }
    Todo todo = new Todo(todos.get(0), command.at(), zone);
    Completion completion = new Completion(agenda, command, todo);
    return completion.isMade() ? Optional.of(completion.text()) : Optional.empty();
  }

  private boolean isMade() throws BrokenCalendarException {
    return switch (command.verb()) {
      case COMPLETE -> complete();
      case REOPEN -> reopen();
      case POSTPONE ->
          throw new IllegalArgumentException("a task of a calendar must be completed or reopened");
    };
  }

  private boolean complete() throws BrokenCalendarException {
    Series series = todo.series();
    if (!todo.recurs()) {
      return !Todo.isOver(series.any()) && complete(series.any().component());
    }
    Optional<Occurrence> current = todo.current();
    return current.isPresent() && complete(standIn(current.get()));
  }

  private boolean complete(Component component) {
    set(component, Property.STATUS, "COMPLETED");
    set(component, Property.COMPLETED, utc(command.at()));
    set(component, Property.PERCENT_COMPLETE, "100");
    return mark(component);
  }

  private boolean reopen() {
    Optional<Part> over =
        todo.series().overrides().stream()
            .filter(Todo::isOver)
            .max(Comparator.comparing(part -> part.instant(Property.COMPLETED).orElse(Instant.MIN)))
            .or(() -> todo.series().master().filter(Todo::isOver));
    over.map(Part::component)
        .ifPresent(
            component -> {
              set(component, Property.STATUS, "NEEDS-ACTION");
              component.removeAll(Property.COMPLETED, Property.PERCENT_COMPLETE);
              mark(component);
            });
    return over.isPresent();
  }

  private boolean mark(Component component) {
    String now = utc(command.at());
    set(component, Property.LAST_MODIFIED, now);
    set(component, Property.DTSTAMP, now);
    set(component, COMMAND, command.id());
    return true;
  }

  private static void set(Component component, String property, String value) {
    component.removeAll(property);
    component.add(new Raw(property, new ParameterList(), value));
  }

  private static String utc(Instant at) {
    return TIME.format(at.atZone(ZoneOffset.UTC)) + "Z";
  }

  /** The component for one occurrence alone, which is there already or is made. */
  private Component standIn(Occurrence one) throws BrokenCalendarException {
    Part part = one.part();
    boolean isThere = one.isThatOf(part.date(Property.RECURRENCE_ID), todo.zone());
    if (isThere && part.isForFuture()) {
      goOn(one);
    }
    return isThere ? part.component() : copy(one);
  }

  /** What stands in for all that come after one, too, does so from the next of them on. */
  private void goOn(Occurrence one) throws BrokenCalendarException {
    Optional<Occurrence> next = todo.after(one);
    if (next.isPresent()) {
      range(copy(next.get()), List.of(new RawParameter(Parameter.RANGE, Part.FUTURE)));
    }
    range(one.part().component(), List.of());
  }

  private static void range(Component component, List<Parameter> range) {
    Property id = component.getRequiredProperty(Property.RECURRENCE_ID);
    component.removeAll(Property.RECURRENCE_ID);
    component.add(new Raw(Property.RECURRENCE_ID, parameters(id, range), id.getValue()));
  }

  /** Those of {@code property}, which does not range over others but as {@code range} says. */
  private static ParameterList parameters(Property property, List<Parameter> range) {
    List<Parameter> all =
        new ArrayList<>(
            property.getParameterList().getAll().stream()
                .filter(any -> !any.getName().equalsIgnoreCase(Parameter.RANGE))
                .toList());
    all.addAll(range);
    return new ParameterList(all);
  }

  private Component copy(Occurrence one) throws BrokenCalendarException {
    Part part = one.part();
    String like = part.has(Property.RECURRENCE_ID) ? Property.RECURRENCE_ID : todo.first();
    VToDo own = new VToDo(new PropertyList(part.component().getProperties()));
    own.removeAll(Property.RRULE, Property.RDATE, Property.EXDATE, Property.EXRULE);
    Temporal first = part.begin(todo.first()).orElseThrow();
    place(own, Property.RECURRENCE_ID, like, one.id(), part);
    for (String property : List.of(Property.DTSTART, Property.DUE)) {
      Optional<Temporal> date = part.date(property);
      if (date.isPresent()) {
        Duration shift = Duration.between(one.dial().in(first), one.dial().in(date.get()));
        place(own, property, property, one.start().plus(shift), part);
      }
    }
    Calendar calendar = agenda.calendars().get(0);
    calendar.add(own);
    return own;
  }

  /** Writes a date as another property of the same part is written: as a day, in UTC, in a zone. */
  private void place(VToDo own, String property, String like, ZonedDateTime at, Part part)
      throws BrokenCalendarException {
    Property written = part.component().getRequiredProperty(like);
    Dial dial = Dial.of(part.date(like).orElseThrow(), todo.zone());
    ZonedDateTime there = dial.isOfDays() ? at : at.withZoneSameInstant(dial.own());
    String time = TIME.format(there) + (written.getValue().endsWith("Z") ? "Z" : "");
    own.removeAll(property);
    own.add(
        new Raw(
            property, parameters(written, List.of()), dial.isOfDays() ? DAY.format(there) : time));
  }

  private String text() throws BrokenCalendarException {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new CalendarOutputter(false).output(agenda.calendars().get(0), bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException broken) {
      throw todo.series().any().broken("in it", "be such as can be written again");
    }
  }
}
