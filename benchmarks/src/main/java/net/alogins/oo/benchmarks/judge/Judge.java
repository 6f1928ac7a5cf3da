package net.alogins.oo.benchmarks.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import net.alogins.oo.llm.Form;
import net.alogins.oo.llm.Inquired;
import net.alogins.oo.llm.Inquiry;
import net.alogins.oo.llm.Prompt;
import net.alogins.oo.llm.Situation;

/**
 * A language model that says how likely somebody does what is put before them.
 *
 * @param prompt what it is asked by
 * @param local who is asked
 * @param other who is asked when that one has no answer, if anybody
 */
record Judge(Prompt prompt, Inquiry local, Optional<Inquiry> other) {

  /** The prompt of this module. */
  static final Prompt PROMPT =
      Prompt.parse("judge-1", Resources.text("/oo-llm/prompts/judge-1.md"));

  /** A number from 0 to 1, and nothing else. */
  static final Form FORM = Form.of("verdict", Resources.text("/oo-benchmarks/judge.schema.json"));

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What it said of one tip.
   *
   * @param score 0 to 1, if it said something usable
   * @param inquired what that took
   * @param isOther whether it was the other one
   */
  record Opinion(OptionalDouble score, Inquired inquired, boolean isOther) {}

  /** What it thinks of one tip, told of in {@code situation}. */
  Opinion of(Situation situation, BooleanSupplier allowed) {
    Inquired first = local.ask(prompt.render(situation, 1), allowed);
    if (first.json().isPresent() || first.isForbidden() || other.isEmpty()) {
      return new Opinion(score(first), first, false);
    }
    Inquired second = first.then(other.get().ask(prompt.render(situation, 1), allowed));
    return new Opinion(score(second), second, true);
  }

  private static OptionalDouble score(Inquired inquired) {
    return inquired.json().stream().mapToDouble(Judge::number).findFirst();
  }

  private static double number(String json) {
    try {
      return JSON.readTree(json).path("score").doubleValue();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what fits a form must be JSON", impossible);
    }
  }
}
