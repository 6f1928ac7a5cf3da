package net.alogins.oo.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often each place was drawn, among decisions with the same probabilities (in falling order,
 * equal ones in the order of the slate), and Pearson's test that these were the probabilities.
 *
 * <p>Within such a group the draws are one multinomial sample, so the test is exact but for the
 * usual approximation; neighbouring places are pooled until 20 draws are expected.
 */
final class Frequencies {

  private static final double EXPECTED = 20;

  /** One multinomial sample. */
  private static final class Group {

    private final double[] probabilities;
    private final long[] picks;

    Group(double[] probabilities) {
      this.probabilities = probabilities;
      this.picks = new long[probabilities.length];
    }
  }

  private final Map<String, Group> groups = new TreeMap<>();
  private double statistic;
  private int degrees;

  void add(double[] propensities, int chosen) {
    List<Integer> order =
        IntStream.range(0, propensities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -propensities[i]))
            .toList();
    double[] sorted = order.stream().mapToDouble(i -> propensities[i]).toArray();
    groups.computeIfAbsent(key(sorted), key -> new Group(sorted)).picks[order.indexOf(chosen)]++;
  }

  /** Equal but for the last bits is the same. */
  private static String key(double[] sorted) {
    StringBuilder key = new StringBuilder();
    for (double p : sorted) {
      key.append(Math.round(p * 1e9)).append(' ');
    }
    return key.toString();
  }

  /** The probability of deviating as much as was seen, or more, by chance. */
  double probability() {
    statistic = 0;
    degrees = 0;
    groups.values().forEach(this::count);
    return ChiSquare.tail(statistic, degrees);
  }

  int degrees() {
    return degrees;
  }

  double statistic() {
    return statistic;
  }

  private void count(Group group) {
    long draws = LongStream.of(group.picks).sum();
    List<double[]> bins = new ArrayList<>();
    for (int i = 0; i < group.picks.length; i++) {
      double expected = draws * group.probabilities[i];
      if (bins.isEmpty() || bins.get(bins.size() - 1)[0] >= EXPECTED) {
        bins.add(new double[2]);
      }
      bins.get(bins.size() - 1)[0] += expected;
      bins.get(bins.size() - 1)[1] += group.picks[i];
    }
    if (bins.size() > 1 && bins.get(bins.size() - 1)[0] < EXPECTED) {
      double[] rest = bins.remove(bins.size() - 1);
      bins.get(bins.size() - 1)[0] += rest[0];
      bins.get(bins.size() - 1)[1] += rest[1];
    }
    if (bins.size() > 1) {
      bins.forEach(bin -> statistic += (bin[1] - bin[0]) * (bin[1] - bin[0]) / bin[0]);
      degrees += bins.size() - 1;
    }
  }
}
