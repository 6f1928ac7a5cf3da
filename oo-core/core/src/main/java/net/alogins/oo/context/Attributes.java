package net.alogins.oo.context;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the host knows about this moment: device, place, minutes free. At most 32 of them.
 *
 * @param texts named words
 * @param numbers named finite numbers
 */
public record Attributes(Map<String, String> texts, Map<String, Double> numbers) {

  /** Minutes until the person's next appointment. */
  public static final String MINUTES_FREE = "minutesFree";

  private static final int MOST = 32;
  private static final int LONGEST = 256;
  private static final Attributes NONE = new Attributes(Map.of(), Map.of());

  public Attributes {
    texts = Map.copyOf(texts);
    numbers = Map.copyOf(numbers);
    if (texts.size() + numbers.size() > MOST) {
      throw new IllegalArgumentException("attributes must be at most " + MOST);
    }
    if (texts.keySet().stream().anyMatch(numbers::containsKey)) {
      throw new IllegalArgumentException(
          "an attribute must be a text or a number but one was both");
    }
    texts.forEach((name, value) -> check(name.length() + value.length() <= LONGEST, name));
    numbers.forEach((name, value) -> check(Double.isFinite(value), name));
  }

  private static void check(boolean holds, String name) {
    if (!holds) {
      throw new IllegalArgumentException(
          "attribute " + name + " must be a finite number or at most " + LONGEST + " characters");
    }
  }

  /** Nothing known. */
  public static Attributes none() {
    return NONE;
  }

  /** The same with a word. */
  public Attributes and(String name, String value) {
    Map<String, String> more = new HashMap<>(texts);
    more.put(name, value);
    Map<String, Double> others = new HashMap<>(numbers);
    others.remove(name);
    return new Attributes(more, others);
  }

  /** The same with a number. */
  public Attributes and(String name, double value) {
    Map<String, Double> more = new HashMap<>(numbers);
    more.put(name, value);
    Map<String, String> others = new HashMap<>(texts);
    others.remove(name);
    return new Attributes(others, more);
  }

  /** The word called {@code name}. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** The number called {@code name}. */
  public OptionalDouble number(String name) {
    Double value = numbers.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
