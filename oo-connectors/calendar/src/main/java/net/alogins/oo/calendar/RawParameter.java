package net.alogins.oo.calendar;

import net.fortuna.ical4j.model.Parameter;

/** A parameter of a property that nobody here understands, written as it was read. */
final class RawParameter extends Parameter {

  private static final long serialVersionUID = 1L;

  private final String value;

  RawParameter(String name, String value) {
    super(name);
    this.value = value;
  }

  @Override
  public String getValue() {
    return value;
  }
}
