package net.alogins.oo.calendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.DefaultContentHandler;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.ComponentBuilder;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VTimeZone;

/**
 * What ical4j's parser tells, one pass over one text. A property that is not as it must be is a
 * problem and stays as it was written, so that the rest is read and can be written again.
 */
final class Reading extends DefaultContentHandler {

  private static final int MOST_PROBLEMS = 100;

  private final Zones zones;
  private final int[] begins;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private String value = "";
  private int begun;

  /**
   * @param read takes each calendar
   * @param begins the lines on which components begin, but for calendars
   */
  Reading(List<Calendar> read, Zones zones, int[] begins) {
    super(read::add, zones);
    this.zones = zones;
    this.begins = begins.clone();
  }

  /** The tasks and events, in their order. */
  List<Part> parts() {
    return parts;
  }

  /** What was not as it must be. */
  List<Problem> problems() {
    return problems;
  }

  private void report(String where, String rule) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(open.isEmpty() ? 1 : open.peek(), where, rule));
    }
  }

  @Override
  public void startComponent(String name) {
    super.startComponent(name);
    open.push(begun < begins.length ? begins[begun] : 1);
    begun++;
  }

  @Override
  public void endComponent(String name) {
    ComponentBuilder<Component> builder = components.pop();
    Component built = builder.build();
    int line = open.pop();
    ComponentBuilder<Component> parent = getComponentBuilder();
    if (parent != null) {
      parent.subComponent(built);
    } else {
      take((CalendarComponent) built, line);
    }
  }

  private void take(CalendarComponent component, int line) {
    calendarComponents.add(component);
    if (component instanceof VTimeZone zone) {
      zones.define(zone);
    } else {
      parts.add(new Part(component, line));
    }
  }

  @Override
  public void startProperty(String name) {
    super.startProperty(name);
    parameters.clear();
    value = "";
  }

  @Override
  public void parameter(String name, String text) {
    parameters.add(new RawParameter(name, text));
    try {
      super.parameter(name, text);
    } catch (RuntimeException broken) {
      propertyBuilder = null;
    }
  }

  @Override
  public void propertyValue(String text) {
    super.propertyValue(text);
    value = text;
  }

  @Override
  public void endProperty(String name) {
    if (isOwn(name)) {
      keep(name);
      return;
    }
    try {
      super.endProperty(name);
    } catch (RuntimeException broken) {
      report(name.toUpperCase(Locale.ROOT), "be as RFC 5545 has it");
      keep(name);
    }
  }

  /** What other programs have made up is theirs. */
  private static boolean isOwn(String name) {
    return name.toUpperCase(Locale.ROOT).startsWith("X-");
  }

  private void keep(String name) {
    Property raw = new Raw(name, new ParameterList(List.copyOf(parameters)), value);
    ComponentBuilder<Component> builder = getComponentBuilder();
    if (builder != null) {
      builder.property(raw);
    } else {
      calendarProperties.add(raw);
    }
  }
}
