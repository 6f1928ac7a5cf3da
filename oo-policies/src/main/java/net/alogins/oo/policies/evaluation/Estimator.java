package net.alogins.oo.policies.evaluation;

import java.util.Optional;

/**
 * A way to estimate what a policy would have earned, from the decisions of another.
 *
 * <p>All are one sum. With the weight {@code w}, policy's probability by log's propensity, a round
 * is worth {@code q(policy) + f(w) (reward - q(chosen))}, where {@code q} is a reward model, or 0
 * without one; the value is the mean. The estimators differ in {@code q} and {@code f}:
 *
 * <pre>
 *              without a model    with a model       f(w)
 *              -                  dm                 0
 *              ips                dr                 w
 *              snips              sndr               w / mean(w)
 *              clippedIps         -                  min(w, most)
 *              -                  switchDr           w if w is at most most, else 0
 *              -                  shrunkDr           lambda w / (w^2 + lambda)
 *              subGaussianIps     subGaussianDr      w / (1 - lambda + lambda w)
 * </pre>
 *
 * <p>{@code ips} and {@code dr} are unbiased if the propensities are right; the others trade bias
 * for less variance. Cost O(rounds x actions) with a model, else O(rounds).
 */
public final class Estimator {

  private enum Basis {
    WEIGHTS,
    MODEL,
    BOTH
  }

  private final String name;
  private final Basis basis;
  private final Weighting weighting;

  private Estimator(String name, Basis basis, Weighting weighting) {
    this.name = name;
    this.basis = basis;
    this.weighting = weighting;
  }

  /** Inverse propensity scores (Horvitz and Thompson 1952; Precup, Sutton and Singh 2000). */
  public static Estimator ips() {
    return new Estimator("ips", Basis.WEIGHTS, Weighting.each(w -> w));
  }

  /** The same with weights of {@code most} at most, above 0 (Bottou et al. 2013). */
  public static Estimator clippedIps(double most) {
    requirePositive("most", most);
    return new Estimator(
        "clipped-ips-" + most, Basis.WEIGHTS, Weighting.each(w -> StrictMath.min(w, most)));
  }

  /** Inverse propensity scores, self-normalised (Swaminathan and Joachims 2015). */
  public static Estimator snips() {
    return new Estimator("snips", Basis.WEIGHTS, new Weighting.Normalised());
  }

  /** Inverse propensity scores, bent; {@code lambda} 0 up to, not with, 1 (Metelli et al. 2021). */
  public static Estimator subGaussianIps(double lambda) {
    return new Estimator("sub-gaussian-ips-" + lambda, Basis.WEIGHTS, bent(lambda));
  }

  /** The direct method: what the model expects, and no weights (Beygelzimer and Langford 2009). */
  public static Estimator dm() {
    return new Estimator("dm", Basis.MODEL, Weighting.each(w -> 0));
  }

  /** Doubly robust (Dudík et al. 2014). */
  public static Estimator dr() {
    return new Estimator("dr", Basis.BOTH, Weighting.each(w -> w));
  }

  /** Doubly robust, self-normalised (Thomas and Brunskill 2016). */
  public static Estimator sndr() {
    return new Estimator("sndr", Basis.BOTH, new Weighting.Normalised());
  }

  /** Doubly robust up to weight {@code most}, above 0, else direct (Wang et al. 2017). */
  public static Estimator switchDr(double most) {
    requirePositive("most", most);
    return new Estimator("switch-dr-" + most, Basis.BOTH, Weighting.each(w -> w <= most ? w : 0));
  }

  /** Doubly robust with optimistic shrinkage by {@code lambda}, above 0 (Su et al. 2020). */
  public static Estimator shrunkDr(double lambda) {
    requirePositive("lambda", lambda);
    return new Estimator(
        "shrunk-dr-" + lambda, Basis.BOTH, Weighting.each(w -> lambda * w / (w * w + lambda)));
  }

  /** Doubly robust, bent; {@code lambda} from 0 up to, not with, 1 (Metelli et al. 2021). */
  public static Estimator subGaussianDr(double lambda) {
    return new Estimator("sub-gaussian-dr-" + lambda, Basis.BOTH, bent(lambda));
  }

  private static Weighting bent(double lambda) {
    if (!(lambda >= 0 && lambda < 1)) {
      throw new IllegalArgumentException("lambda must be in [0, 1) but was " + lambda);
    }
    return Weighting.each(w -> w / (1 - lambda + lambda * w));
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite but was " + value);
    }
  }

  /** Its name, with its parameter. */
  public String name() {
    return name;
  }

  /**
   * Evaluates, with an interval by the normal approximation.
   *
   * @throws IllegalArgumentException if it needs a reward model and the rounds have none
   */
  public Verdict evaluate(Rounds rounds) {
    return Verdict.of(figures(terms(rounds)));
  }

  /**
   * Evaluates, with an interval by {@code bootstrap}.
   *
   * @throws IllegalArgumentException if it needs a reward model and the rounds have none
   */
  public Verdict evaluate(Rounds rounds, Bootstrap bootstrap) {
    Terms terms = terms(rounds);
    return Verdict.of(figures(terms).within(bootstrap.interval(terms, weighting)));
  }

  private Terms terms(Rounds rounds) {
    if (basis == Basis.WEIGHTS) {
      return Terms.unmodelled(rounds);
    }
    if (!rounds.hasModel()) {
      throw new IllegalArgumentException(
          "the rounds must have a reward model's values for " + name + " but have none");
    }
    return Terms.modelled(rounds);
  }

  private Estimate figures(Terms terms) {
    Moments worth = Moments.of(terms.worth(weighting));
    Moments errors = Moments.of(weighting.errors(terms));
    return new Estimate(
        name,
        terms.size(),
        worth.mean(),
        worth.standardError(),
        Interval.normal(worth.mean(), errors.standardError()),
        errors.skewness(),
        basis == Basis.MODEL ? Optional.empty() : Optional.of(terms.described()));
  }

  @Override
  public String toString() {
    return name;
  }
}
