package net.alogins.oo.benchmarks.logged;

import java.util.List;

/**
 * A regression tree on {@linkplain Bins binned} rows, grown by the second order of a loss (Chen and
 * Guestrin 2016, equations 5 to 7).
 */
sealed interface Tree {

  /** How much what a leaf is worth is held to 0. */
  double PENALTY = 1;

  /** What a row is worth. */
  double value(Bins.Row row);

  /** The end of a branch. */
  record Leaf(double worth) implements Tree {

    @Override
    public double value(Bins.Row row) {
      return worth;
    }
  }

  /** Rows that {@code split} puts before go one way, the rest the other. */
  record Fork(Split split, Tree before, Tree after) implements Tree {

    @Override
    public double value(Bins.Row row) {
      return (split.isBefore(row) ? before : after).value(row);
    }
  }

  /** A row with the slope and the curvature of its loss. */
  record Pull(Bins.Row row, double slope, double curvature) {}

  /** What pulls together. */
  record Sum(double slope, double curvature) {

    static Sum of(List<Pull> pulls) {
      return new Sum(
          pulls.stream().mapToDouble(Pull::slope).sum(),
          pulls.stream().mapToDouble(Pull::curvature).sum());
    }

    Sum minus(Sum other) {
      return new Sum(slope - other.slope, curvature - other.curvature);
    }

    /** What one leaf of these gains. */
    double gain() {
      return slope * slope / (curvature + PENALTY);
    }
  }

  /**
   * A cut behind bin {@code last} of a column.
   *
   * @param gain of the two sides
   */
  record Split(int column, int last, double gain) {

    boolean isBefore(Bins.Row row) {
      return row.bin(column) <= last;
    }

    /** The best cut of {@code column}, if it is better than this one. */
    Split or(int other, List<Pull> pulls, Sum all) {
      double[] slopes = new double[Bins.MOST];
      double[] curvatures = new double[Bins.MOST];
      for (Pull pull : pulls) {
        int bin = pull.row().bin(other);
        slopes[bin] += pull.slope();
        curvatures[bin] += pull.curvature();
      }
      Split best = this;
      double slope = 0;
      double curvature = 0;
      for (int bin = 0; bin < Bins.MOST - 1; bin++) {
        slope += slopes[bin];
        curvature += curvatures[bin];
        Sum before = new Sum(slope, curvature);
        Sum after = all.minus(before);
        double gained = before.gain() + after.gain();
        if (gained > best.gain && Math.min(before.curvature, after.curvature) > PENALTY) {
          best = new Split(other, bin, gained);
        }
      }
      return best;
    }
  }

  /** The best tree of at most {@code depth} forks one above the other. */
  static Tree grow(List<Pull> pulls, int columns, int depth) {
    Sum all = Sum.of(pulls);
    Split none = new Split(-1, 0, all.gain() + PENALTY);
    Split best = none;
    for (int column = 0; column < columns && depth > 0; column++) {
      best = best.or(column, pulls, all);
    }
    if (best.equals(none)) {
      return new Leaf(-all.slope() / (all.curvature() + PENALTY));
    }
    Split split = best;
    return new Fork(
        split,
        grow(pulls.stream().filter(p -> split.isBefore(p.row())).toList(), columns, depth - 1),
        grow(pulls.stream().filter(p -> !split.isBefore(p.row())).toList(), columns, depth - 1));
  }
}
