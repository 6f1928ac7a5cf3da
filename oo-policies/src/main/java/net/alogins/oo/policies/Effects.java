package net.alogins.oo.policies;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.policy.FeatureSchema;

/**
 * In what people differ from each other, and for how long: an effect is what one person adds to the
 * weight of a column. It wanders about 0 (an Ornstein-Uhlenbeck process): after its half-life, half
 * of it is left. One column may have a lasting effect and a passing one.
 */
final class Effects {

  private static final double DAY = 86_400;

  /**
   * Effects of all columns of a block.
   *
   * @param block whose columns they are; none if the schema does not have it
   * @param variance how much people differ, as a part of the noise of one reward
   * @param days the half-life
   */
  record Of(String block, double variance, double days) {}

  private final int[] columns;
  private final List<Of> kinds;

  private Effects(int[] columns, List<Of> kinds) {
    this.columns = columns;
    this.kinds = List.copyOf(kinds);
  }

  static Effects of(FeatureSchema schema, List<Of> blocks) {
    List<Integer> columns = new ArrayList<>();
    List<Of> kinds = new ArrayList<>();
    for (Of of : blocks) {
      for (int column : schema.indicesOf(List.of(of.block()))) {
        columns.add(column);
        kinds.add(of);
      }
    }
    return new Effects(columns.stream().mapToInt(column -> column).toArray(), kinds);
  }

  /** How many there are. */
  int count() {
    return columns.length;
  }

  /** The column whose weight effect {@code i} changes. */
  int column(int i) {
    return columns[i];
  }

  /** How much people differ in effect {@code i}. */
  double variance(int i) {
    return kinds.get(i).variance();
  }

  /** What is left of each of {@code some} effects after so many seconds, 0 to 1. */
  double[] left(int[] some, double seconds) {
    double[] left = new double[some.length];
    for (int i = 0; i < some.length; i++) {
      boolean isSame = i > 0 && kinds.get(some[i]).days() == kinds.get(some[i - 1]).days();
      left[i] = isSame ? left[i - 1] : left(kinds.get(some[i]).days(), seconds);
    }
    return left;
  }

  /** What is left after so many seconds of what is halved in so many days. */
  static double left(double days, double seconds) {
    return StrictMath.pow(.5, seconds / (days * DAY));
  }
}
