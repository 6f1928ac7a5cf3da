package net.alogins.oo.benchmarks.logged;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.alogins.oo.event.DoubleColumn;

/** Where the values of each column are cut: at most {@value #MOST} bins of about as many rows. */
final class Bins {

  static final int MOST = 16;

  private final List<double[]> cuts;

  private Bins(List<double[]> cuts) {
    this.cuts = cuts;
  }

  static Bins of(List<DoubleColumn> rows) {
    List<double[]> cuts = new ArrayList<>();
    for (int j = 0; j < rows.get(0).size(); j++) {
      int column = j;
      double[] values = rows.stream().mapToDouble(row -> row.get(column)).sorted().toArray();
      double[] distinct = Arrays.stream(values).distinct().toArray();
      cuts.add(distinct.length <= MOST ? between(distinct) : between(quantiles(values)));
    }
    return new Bins(cuts);
  }

  private static double[] quantiles(double[] sorted) {
    double[] some = new double[MOST];
    for (int i = 0; i < MOST; i++) {
      some[i] = sorted[(int) ((i + .5) * sorted.length / MOST)];
    }
    return Arrays.stream(some).distinct().toArray();
  }

  private static double[] between(double[] values) {
    double[] middles = new double[values.length - 1];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = (values[i] + values[i + 1]) / 2;
    }
    return middles;
  }

  int columns() {
    return cuts.size();
  }

  /** A row, binned. */
  Row of(DoubleColumn values) {
    byte[] bins = new byte[cuts.size()];
    for (int j = 0; j < bins.length; j++) {
      int place = Arrays.binarySearch(cuts.get(j), values.get(j));
      bins[j] = (byte) (place >= 0 ? place : -place - 1);
    }
    return new Row(bins);
  }

  /** The bin of each value of a row. */
  static final class Row {

    private final byte[] bins;

    private Row(byte[] bins) {
      this.bins = bins;
    }

    /** 0 to {@value #MOST} - 1. */
    int bin(int column) {
      return bins[column];
    }
  }
}
