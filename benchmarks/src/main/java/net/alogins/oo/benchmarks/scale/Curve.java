package net.alogins.oo.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;

/**
 * How something grows.
 *
 * @param title what is measured
 * @param x what there is more and more of
 * @param points in the order of x
 */
record Curve(String title, String x, List<Point> points) {

  /**
   * One measurement.
   *
   * @param x how much there was
   * @param micros what it took
   */
  record Point(double x, double micros) {}

  static Curve of(String title, String x) {
    return new Curve(title, x, new ArrayList<>());
  }

  void add(long at, double micros) {
    points.add(new Point((double) at, micros));
  }
}
