package net.alogins.oo.benchmarks.judge;

import java.util.Arrays;
import java.util.Locale;

/** In how far what was thought of tips agrees with what became of them; NaN where none can say. */
enum Measure {

  /** Spearman's rank correlation of scores and rewards, equal ones at their mean rank (1904). */
  SPEARMAN("Spearman's rank correlation with the reward", -1) {
    @Override
    double of(Verdicts verdicts) {
      return correlation(Ranks.of(verdicts.scores()), Ranks.of(verdicts.rewards()));
    }

    @Override
    double ofConstant(Verdicts verdicts) {
      return 0;
    }
  },

  /**
   * How likely one that was done has more than one that was not, half of the ties counted (Hanley
   * and McNeil 1982).
   */
  AUC("AUC of done against not", 0) {
    @Override
    double of(Verdicts verdicts) {
      double[] ranks = Ranks.of(verdicts.scores());
      double sum = 0;
      double positives = 0;
      for (int i = 0; i < ranks.length; i++) {
        sum += verdicts.done()[i] ? ranks[i] : 0;
        positives += verdicts.done()[i] ? 1 : 0;
      }
      double pairs = positives * (ranks.length - positives);
      return (sum - positives * (positives + 1) / 2) / pairs;
    }

    @Override
    double ofConstant(Verdicts verdicts) {
      return .5;
    }
  },

  /** Cohen's kappa (1960) of a score of a half or more, and done. */
  KAPPA("Cohen's kappa at 0.5", -1) {
    @Override
    double of(Verdicts verdicts) {
      double both = 0;
      double said = 0;
      for (int i = 0; i < verdicts.size(); i++) {
        boolean isForeseen = verdicts.scores()[i] >= HALF;
        both += isForeseen == verdicts.done()[i] ? 1 : 0;
        said += isForeseen ? 1 : 0;
      }
      double observed = both / verdicts.size();
      double share = said / verdicts.size();
      double done = verdicts.shareDone();
      double chance = share * done + (1 - share) * (1 - done);
      return (observed - chance) / (1 - chance);
    }

    @Override
    double ofConstant(Verdicts verdicts) {
      return 0;
    }
  },

  /** The mean squared distance of a score from what happened, less being better (Brier 1950). */
  BRIER("Brier score (less is better)", 0) {
    @Override
    double of(Verdicts verdicts) {
      double sum = 0;
      for (int i = 0; i < verdicts.size(); i++) {
        double miss = verdicts.scores()[i] - (verdicts.done()[i] ? 1 : 0);
        sum += miss * miss;
      }
      return sum / verdicts.size();
    }

    /** The best of them says how many are done. */
    @Override
    double ofConstant(Verdicts verdicts) {
      double share = verdicts.shareDone();
      return share * (1 - share);
    }
  };

  private static final double HALF = .5;

  private final String title;
  private final double least;

  Measure(String title, double least) {
    this.title = title;
    this.least = least;
  }

  /** The least that it can be; at most each is 1. */
  double least() {
    return least;
  }

  String title() {
    return title;
  }

  /** Its name in JSON. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract double of(Verdicts verdicts);

  /** What one comes to who says the same of all. */
  abstract double ofConstant(Verdicts verdicts);

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(Double.NaN);
    double meanB = Arrays.stream(b).average().orElse(Double.NaN);
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int i = 0; i < a.length; i++) {
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
      products += (a[i] - meanA) * (b[i] - meanB);
    }
    return products / Math.sqrt(squaresA * squaresB);
  }
}
