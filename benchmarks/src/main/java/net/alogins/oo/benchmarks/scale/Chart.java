package net.alogins.oo.benchmarks.scale;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import net.alogins.oo.benchmarks.scale.Curve.Point;
import net.alogins.oo.benchmarks.scale.Curve.Unit;

/**
 * Curves as a picture (SVG), in lines; both axes are logarithmic, and those of a unit of one height
 * everywhere. A point is a median, the fine line the 90th percentile.
 */
final class Chart {

  private static final int WIDTH = 200;
  private static final int HEIGHT = 160;
  private static final int LEFT = 56;
  private static final int TOP = 34;
  private static final int BOTTOM = 44;

  private final List<List<Curve>> lines;
  private final StringBuilder out = new StringBuilder();

  Chart(List<List<Curve>> lines) {
    this.lines = lines;
  }

  String svg() {
    int width = 8 + lines.stream().mapToInt(List::size).max().orElse(0) * (LEFT + WIDTH);
    int height = lines.size() * (TOP + HEIGHT + BOTTOM);
    say(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"11\">",
        width, height);
    say("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
    for (int line = 0; line < lines.size(); line++) {
      List<Curve> curves = lines.get(line);
      for (int i = 0; i < curves.size(); i++) {
        new Panel(curves.get(i), LEFT + i * (LEFT + WIDTH), TOP + line * (TOP + HEIGHT + BOTTOM))
            .draw();
      }
    }
    out.append("</svg>\n");
    return out.toString();
  }

  private void say(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private DoubleStream all(Unit unit) {
    return lines.stream()
        .flatMap(List::stream)
        .filter(curve -> curve.unit() == unit)
        .flatMap(curve -> curve.points().stream())
        .flatMapToDouble(point -> DoubleStream.of(point.median(), point.most()));
  }

  /** 0 has a place of its own, half a step before 1. */
  private static double step(double x) {
    return x == 0 ? -.5 : Math.log10(x);
  }

  private static String count(double x) {
    if (x >= 1_000_000) {
      return String.format(Locale.ROOT, "%.0fM", x / 1_000_000);
    }
    return x >= 1000
        ? String.format(Locale.ROOT, "%.0fk", x / 1000)
        : String.format(Locale.ROOT, "%.0f", x);
  }

  /** One curve, with its axes. */
  private final class Panel {

    private final Curve curve;
    private final int left;
    private final int top;
    private final int low;
    private final int high;

    Panel(Curve curve, int left, int top) {
      this.curve = curve;
      this.left = left;
      this.top = top;
      this.low = (int) Math.floor(Math.log10(all(curve.unit()).min().orElse(1)));
      double most = all(curve.unit()).max().orElse(1);
      this.high = Math.max(low + 1, (int) Math.ceil(Math.log10(most)));
    }

    void draw() {
      middle(top - 14, " font-weight=\"bold\"", curve.title());
      middle(top + HEIGHT + 34, "", curve.x());
      for (int exponent = low; exponent <= high; exponent++) {
        height(exponent);
      }
      line(Point::most, 1);
      line(Point::median, 2);
      curve.points().forEach(this::point);
    }

    private void middle(int y, String style, String text) {
      say(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\"%s>%s</text>",
          left + WIDTH / 2, y, style, text);
    }

    private void height(int exponent) {
      double at = y(Math.pow(10, exponent));
      say("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\" fill=\"none\"/>", left, at, WIDTH);
      say(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">%s</text>",
          left - 6, at + 4, curve.unit().power(exponent));
    }

    private void line(ToDoubleFunction<Point> value, int width) {
      StringBuilder path = new StringBuilder();
      for (Point point : curve.points()) {
        String to = path.isEmpty() ? "M" : "L";
        double y = y(value.applyAsDouble(point));
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f", to, x(point), y));
      }
      say("<path d=\"%s\" stroke=\"#0b6\" stroke-width=\"%d\" fill=\"none\"/>", path, width);
    }

    private void point(Point point) {
      say("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#0b6\"/>", x(point), y(point.median()));
      say(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>",
          x(point), top + HEIGHT + 16, count(point.x()));
    }

    private double x(Point point) {
      List<Point> points = curve.points();
      double first = step(points.get(0).x());
      double wide = Math.max(1e-9, step(points.get(points.size() - 1).x()) - first);
      return left + 8 + (WIDTH - 16) * (step(point.x()) - first) / wide;
    }

    private double y(double value) {
      return top + HEIGHT * (high - Math.log10(value)) / (high - low);
    }
  }
}
