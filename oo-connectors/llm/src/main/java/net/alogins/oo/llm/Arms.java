package net.alogins.oo.llm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Chooses between prompt versions by inverse gaps (SquareCB; Foster and Rakhlin 2020), with exact
 * propensities in thousandths.
 *
 * <p>Of K versions one that earned {@code gap} less than the best is chosen with {@code 1 / (K + 4
 * sqrt(n) gap)} after n decisions, the best with what is left; a tenth of all is spread evenly, so
 * that none is ever below {@code 0.1 / K}.
 */
final class Arms {

  private static final int WHOLE = 1_000;
  private static final double EVEN = 0.1;
  private static final double SHARPNESS = 4;

  private Arms() {}

  /** One of {@code versions}, by what each has earned. */
  static Arm choose(List<String> versions, Map<String, Sums> earned, RandomGenerator random) {
    int[] thousandths = thousandths(versions, earned);
    int left = versions.size() == 1 ? 0 : random.nextInt(WHOLE);
    int i = 0;
    while (left >= thousandths[i]) {
      left -= thousandths[i++];
    }
    return new Arm(versions.get(i), thousandths[i] / (double) WHOLE);
  }

  /** With what probability each of {@code versions} is chosen. */
  static Map<String, Double> shares(List<String> versions, Map<String, Sums> earned) {
    int[] thousandths = thousandths(versions, earned);
    Map<String, Double> shares = new HashMap<>();
    for (int i = 0; i < thousandths.length; i++) {
      shares.put(versions.get(i), thousandths[i] / (double) WHOLE);
    }
    return shares;
  }

  /** Their probabilities in thousandths; the sum is one thousand, none is 0. */
  static int[] thousandths(List<String> versions, Map<String, Sums> earned) {
    List<Sums> sums =
        versions.stream().map(version -> earned.getOrDefault(version, Sums.NONE)).toList();
    int best = best(sums);
    double gamma = SHARPNESS * Math.sqrt((double) sums.stream().mapToLong(Sums::decisions).sum());
    int[] thousandths = new int[versions.size()];
    int rest = WHOLE;
    for (int i = 0; i < thousandths.length; i++) {
      if (i != best) {
        double gap = sums.get(i).decisions() == 0 ? 0 : sums.get(best).mean() - sums.get(i).mean();
        double share = (1 - EVEN) / (thousandths.length + gamma * gap) + EVEN / thousandths.length;
        thousandths[i] = (int) Math.round(WHOLE * share);
        rest -= thousandths[i];
      }
    }
    thousandths[best] = rest;
    return thousandths;
  }

  /** The one that earned most, of equals the first; one that was never chosen only if all were. */
  private static int best(List<Sums> sums) {
    int best = 0;
    for (int i = 1; i < sums.size(); i++) {
      boolean isKnown = sums.get(i).decisions() > 0;
      boolean isBetter =
          sums.get(best).decisions() == 0 || sums.get(i).mean() > sums.get(best).mean();
      best = isKnown && isBetter ? i : best;
    }
    return best;
  }
}
