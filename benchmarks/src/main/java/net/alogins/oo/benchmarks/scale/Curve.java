package net.alogins.oo.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.alogins.oo.benchmarks.Sorted;

/**
 * How something grows.
 *
 * @param title what is measured
 * @param unit in what
 * @param x what there is more and more of
 * @param points in the order of x
 */
record Curve(String title, Unit unit, String x, List<Point> points) {

  private static final double MOST = .9;

  /** What is measured in powers of ten, each third of which has a name. */
  enum Unit {
    MICROSECONDS("us", 1, "ns us ms s"),
    BYTES("bytes", 0, "B kB MB GB");

    private final String name;
    private final int one;
    private final String thousands;

    /** {@code one} is which of {@code thousands} it is itself. */
    Unit(String name, int one, String thousands) {
      this.name = name;
      this.one = one;
      this.thousands = thousands;
    }

    String power(int exponent) {
      int rest = Math.floorMod(exponent, 3);
      String unit = List.of(thousands.split(" ", -1)).get(Math.floorDiv(exponent, 3) + one);
      return (rest == 0 ? "1 " : rest == 1 ? "10 " : "100 ") + unit;
    }
  }

  /**
   * One measurement.
   *
   * @param x how much there was
   * @param median of what it took
   * @param most the 90th percentile
   */
  record Point(double x, double median, double most) {}

  static Curve of(String title, Unit unit, String x) {
    return new Curve(title, unit, x, new ArrayList<>());
  }

  /** Adds what was measured; says so in words. */
  String add(long at, Sorted measured) {
    Point point = new Point((double) at, measured.median(), measured.percentile(MOST));
    points.add(point);
    return String.format(
        Locale.ROOT,
        "%s, %,d %s: %,.1f %s, 90th percentile %,.1f",
        title,
        at,
        x,
        point.median,
        unit.name,
        point.most);
  }
}
