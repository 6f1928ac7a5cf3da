package net.alogins.oo.http;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Numbers of the host's own among the metrics.
 *
 * @param name such as {@code oo_llm_rejected_total}
 * @param type {@code gauge} or {@code counter}
 * @param help one sentence
 * @param label what tells the numbers apart; its values are few, and no person and no title is one
 * @param numbers the numbers by their label's value, asked for whenever somebody looks
 */
public record Family(
    String name, String type, String help, String label, Supplier<Map<String, Long>> numbers) {

  public Family {
    if (!name.matches("[a-z][a-z0-9_]*") || !label.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "a family's name and label must be a-z, 0-9 and _ but were " + name + " and " + label);
    }
    if (!type.equals("gauge") && !type.equals("counter")) {
      throw new IllegalArgumentException("a family must be a gauge or a counter but was " + type);
    }
  }
}
