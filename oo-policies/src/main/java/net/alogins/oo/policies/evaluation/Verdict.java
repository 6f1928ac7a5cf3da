package net.alogins.oo.policies.evaluation;

import java.util.Locale;
import java.util.Optional;

/**
 * The answer of an evaluation: an estimate, or the reason why this log cannot give one.
 *
 * <p>An estimate is refused when
 *
 * <ul>
 *   <li>it is not a finite number;
 *   <li>its interval has no width, since all rounds say the same: then they do not show what else
 *       could have come;
 *   <li>it rests on fewer than {@link #FEWEST} rounds {@linkplain Estimate#effectiveSampleSize
 *       effectively}: neither its value nor its interval means anything then;
 *   <li>the mean weight, whose expectation is 1, is off by more than {@link #ERRORS} of its own
 *       standard errors (and {@link #SLACK}, for propensities that were rounded): then propensities
 *       are wrong, or the policy makes choices that the log never makes.
 * </ul>
 *
 * <p>What is judged are the weights as they are. An estimator that cuts them trades variance for a
 * bias that nobody can see, and is not excused by it.
 */
public sealed interface Verdict {

  /** The smallest effective sample size. */
  double FEWEST = 50;

  /** How many of its standard errors the mean weight may be off. */
  double ERRORS = 4;

  /** How much the mean weight may be off besides. */
  double SLACK = 1e-3;

  /** The width of an interval that has none, as a part of the value. */
  double ROUNDING = 1e-12;

  /** The estimate, if it is one. */
  Optional<Estimate> estimate();

  /** Everything that was computed, be it an estimate or not: to look at, not to decide by. */
  Estimate figures();

  /** There is an estimate. */
  record Reliable(Estimate figures) implements Verdict {

    @Override
    public Optional<Estimate> estimate() {
      return Optional.of(figures);
    }
  }

  /**
   * There is none.
   *
   * @param reason why, in words
   */
  record Hopeless(Estimate figures, String reason) implements Verdict {

    @Override
    public Optional<Estimate> estimate() {
      return Optional.empty();
    }
  }

  /** Judges {@code figures} by the rules above, in their order. */
  static Verdict of(Estimate figures) {
    return objection(figures)
        .<Verdict>map(reason -> new Hopeless(figures, reason))
        .orElse(new Reliable(figures));
  }

  private static Optional<String> objection(Estimate figures) {
    if (!Double.isFinite(figures.value())) {
      return Optional.of("a value must be finite but was " + figures.value());
    }
    if (figures.interval().width() <= ROUNDING * StrictMath.abs(figures.value())) {
      return Optional.of("an interval must have a width but all rounds say the same");
    }
    double effective = figures.effectiveSampleSize();
    if (!(effective >= FEWEST)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "an estimate must rest on at least %.0f rounds but rests on %.1f of %d",
              FEWEST,
              effective,
              figures.rounds()));
    }
    return figures.weights().flatMap(Verdict::objection);
  }

  private static Optional<String> objection(Weights weights) {
    double off = StrictMath.abs(weights.mean() - 1);
    if (off <= ERRORS * weights.meanError() + SLACK) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the mean weight must be 1 but was %.4f, with a standard error of %.4f: propensities"
                + " are wrong, or the policy makes choices that the log never makes",
            weights.mean(),
            weights.meanError()));
  }
}
