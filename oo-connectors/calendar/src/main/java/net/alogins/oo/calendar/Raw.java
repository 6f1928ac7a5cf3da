package net.alogins.oo.calendar;

import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyFactory;
import net.fortuna.ical4j.validate.ValidationResult;

/** A property that nobody here understands, which is written as it was read. */
final class Raw extends Property {

  private static final long serialVersionUID = 1L;

  private String value;

  Raw(String name, ParameterList parameters, String value) {
    super(name, parameters);
    this.value = value;
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public void setValue(String newValue) {
    value = newValue;
  }

  @Override
  public ValidationResult validate() {
    return new ValidationResult();
  }

  @Override
  protected PropertyFactory<Raw> newFactory() {
    throw new UnsupportedOperationException("what is not understood is not made anew");
  }
}
