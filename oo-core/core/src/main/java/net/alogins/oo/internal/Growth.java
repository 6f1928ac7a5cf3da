package net.alogins.oo.internal;

import java.util.Optional;
import java.util.function.Predicate;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Experience;

/**
 * How one row changes the person whose it is: the ledger and their own state, from nothing but what
 * they are and what the row says. What it says to everybody is handed on.
 *
 * @param rules how answers are joined and what they are worth
 * @param model teaches own states; its shared state plays no part
 */
record Growth(Rules rules, Model model) {

  /**
   * A row's effect.
   *
   * @param next the person after it
   * @param said what it says to everybody, if anything
   * @param change how the counts change
   * @param refusal why what was earned could not be learned, if so
   */
  record Step(Person next, Optional<Object> said, Tally change, Optional<String> refusal) {

    private static Step of(Ledger.Step step, Object own) {
      return new Step(
          new Person(step.next(), own), Optional.empty(), step.change(), step.refusal());
    }
  }

  Person stranger() {
    return new Person(Ledger.EMPTY, model.newcomer());
  }

  /** The effect of {@code row}; an experience that the own state cannot take is refused. */
  Step step(Person before, Recorded row) {
    Ledger.Step joined = before.ledger().apply(row, rules);
    if (joined.experience().isEmpty()) {
      return Step.of(joined, before.own());
    }
    TipId tip = row.event().about().orElseThrow();
    try {
      Lesson lesson = lesson(joined.next(), tip, joined.experience().get());
      Taught taught = model.teach(before.own(), lesson);
      return new Step(
          new Person(joined.next(), taught.own()),
          taught.said(),
          joined.change(),
          joined.refusal());
    } catch (RuntimeException broken) {
      return Step.of(before.ledger().refused(joined, tip, broken), before.own());
    }
  }

  /** The effect of {@code row}, had what it says to everybody been refused for {@code broken}. */
  Step refused(Person before, Recorded row, Throwable broken) {
    Ledger.Step joined = before.ledger().apply(row, rules);
    TipId tip = row.event().about().orElseThrow();
    return Step.of(before.ledger().refused(joined, tip, broken), before.own());
  }

  /** The person after {@code row}, of which it is known whether it was refused. */
  Person after(Person before, Recorded row, Predicate<Recorded> wasRefused) {
    Step step = step(before, row);
    return step.said().isPresent() && wasRefused.test(row)
        ? refused(before, row, new IllegalStateException("it was refused before")).next()
        : step.next();
  }

  private static Lesson lesson(Ledger ledger, TipId tip, Experience experience) {
    return new Lesson(ledger.of(tip).orElseThrow().decided(), experience, ledger);
  }
}
