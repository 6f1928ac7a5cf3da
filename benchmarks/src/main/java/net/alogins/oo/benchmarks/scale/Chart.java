package net.alogins.oo.benchmarks.scale;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import net.alogins.oo.benchmarks.scale.Curve.Point;

/**
 * Curves as a picture (SVG), one beside the other; both axes are logarithmic, all of one height.
 */
final class Chart {

  private static final int WIDTH = 220;
  private static final int HEIGHT = 200;
  private static final int LEFT = 52;
  private static final int TOP = 34;
  private static final int GAP = 40;

  private final List<Curve> curves;
  private final int low;
  private final int high;

  Chart(List<Curve> curves) {
    this.curves = curves;
    this.low = (int) Math.floor(Math.log10(all().min().orElse(1)));
    this.high = Math.max(low + 1, (int) Math.ceil(Math.log10(all().max().orElse(10))));
  }

  private DoubleStream all() {
    return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Point::micros);
  }

  String svg() {
    StringBuilder out = new StringBuilder();
    int width = LEFT + curves.size() * (WIDTH + GAP);
    int height = TOP + HEIGHT + 44;
    say(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"11\">",
        width,
        height);
    say(out, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
    for (int exponent = low; exponent <= high; exponent++) {
      say(
          out,
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">%s</text>",
          LEFT - 6,
          y(Math.pow(10, exponent)) + 4,
          time(exponent));
    }
    for (int i = 0; i < curves.size(); i++) {
      panel(out, curves.get(i), LEFT + i * (WIDTH + GAP));
    }
    out.append("</svg>\n");
    return out.toString();
  }

  private static void say(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String time(int exponent) {
    int rest = Math.floorMod(exponent, 3);
    String unit = List.of("ns", "us", "ms", "s").get(Math.floorDiv(exponent, 3) + 1);
    return (rest == 0 ? "1" : rest == 1 ? "10" : "100") + " " + unit;
  }

  private double y(double micros) {
    return TOP + HEIGHT * (high - Math.log10(micros)) / (high - low);
  }

  /** 0 has a place of its own, one step before 1. */
  private static double step(double x) {
    return x == 0 ? -.5 : Math.log10(x);
  }

  private void panel(StringBuilder out, Curve curve, int left) {
    List<Point> points = curve.points();
    double first = step(points.get(0).x());
    double wide = Math.max(1e-9, step(points.get(points.size() - 1).x()) - first);
    say(
        out,
        "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>",
        left,
        TOP - 14,
        curve.title());
    for (int exponent = low; exponent <= high; exponent++) {
      double at = y(Math.pow(10, exponent));
      say(out, "<path d=\"M%d %.1fh%d\" stroke=\"#ddd\" fill=\"none\"/>", left, at, WIDTH);
    }
    StringBuilder line = new StringBuilder();
    for (Point point : points) {
      double x = left + 8 + (WIDTH - 16) * (step(point.x()) - first) / wide;
      double y = y(point.micros());
      line.append(String.format(Locale.ROOT, "%s%.1f %.1f", line.isEmpty() ? "M" : "L", x, y));
      say(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#0b6\"/>", x, y);
      say(
          out,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>",
          x,
          TOP + HEIGHT + 16,
          count(point.x()));
    }
    say(out, "<path d=\"%s\" stroke=\"#0b6\" stroke-width=\"2\" fill=\"none\"/>", line);
    say(
        out,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        left + WIDTH / 2,
        TOP + HEIGHT + 34,
        curve.x());
  }

  private static String count(double x) {
    if (x >= 1_000_000) {
      return String.format(Locale.ROOT, "%.0fM", x / 1_000_000);
    }
    return x >= 1000
        ? String.format(Locale.ROOT, "%.0fk", x / 1000)
        : String.format(Locale.ROOT, "%.0f", x);
  }
}
