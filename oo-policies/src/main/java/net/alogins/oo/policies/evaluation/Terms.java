package net.alogins.oo.policies.evaluation;

/**
 * What an estimator adds up, a column each: round i is worth {@code baseline + weight * surprise}.
 * Without a reward model the baseline is 0, and all of the reward is a surprise.
 */
final class Terms {

  private final double[] baselines;
  private final double[] weights;
  private final double[] surprises;

  private Terms(int size) {
    baselines = new double[size];
    weights = new double[size];
    surprises = new double[size];
  }

  static Terms unmodelled(Rounds rounds) {
    Terms terms = new Terms(rounds.size());
    for (int i = 0; i < rounds.size(); i++) {
      terms.weights[i] = rounds.all().get(i).weight();
      terms.surprises[i] = rounds.all().get(i).reward();
    }
    return terms;
  }

  static Terms modelled(Rounds rounds) {
    Terms terms = new Terms(rounds.size());
    for (int i = 0; i < rounds.size(); i++) {
      Round round = rounds.all().get(i);
      terms.baselines[i] = round.baseline();
      terms.weights[i] = round.weight();
      terms.surprises[i] = round.surprise();
    }
    return terms;
  }

  int size() {
    return weights.length;
  }

  Weights described() {
    return Weights.of(weights);
  }

  /** The rounds at these places, one after the other. */
  Terms at(int[] places) {
    Terms terms = new Terms(places.length);
    for (int i = 0; i < places.length; i++) {
      terms.baselines[i] = baselines[places[i]];
      terms.weights[i] = weights[places[i]];
      terms.surprises[i] = surprises[places[i]];
    }
    return terms;
  }

  /** What each round is worth. */
  double[] worth(Weighting weighting) {
    double[] worth = weighting.apply(weights);
    for (int i = 0; i < worth.length; i++) {
      worth[i] = baselines[i] + worth[i] * surprises[i];
    }
    return worth;
  }

  /** The same, with surprises that add up to nothing once they are weighted. */
  Terms centred(Weighting weighting) {
    double mean = Moments.mean(worth(weighting)) - Moments.mean(baselines);
    Terms terms = new Terms(size());
    for (int i = 0; i < size(); i++) {
      terms.baselines[i] = baselines[i];
      terms.weights[i] = weights[i];
      terms.surprises[i] = surprises[i] - mean;
    }
    return terms;
  }
}
