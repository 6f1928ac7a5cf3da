package net.alogins.oo.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured on two sides by turns, in microseconds.
 *
 * @param one what the first is called
 * @param other what the second is called
 * @param ones its values, one of each round
 * @param others those of the second
 */
public record Sides(String one, String other, List<Double> ones, List<Double> others) {

  /** Two without values. */
  public Sides(String one, String other) {
    this(one, other, new ArrayList<>(), new ArrayList<>());
  }

  /** One more round. */
  public void add(double ofOne, double ofOther) {
    ones.add(ofOne);
    others.add(ofOther);
  }

  /** The medians, and that of the ratios of the second to the first, with its 95 % interval. */
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(one, Sorted.of(ones).median());
    figures.put(other, Sorted.of(others).median());
    Sorted ratios = Sorted.ratios(others, ones);
    figures.put("ratio", ratios.median());
    figures.put("low", ratios.low());
    figures.put("high", ratios.high());
    return figures;
  }

  /** The same in a line. */
  public String line(String what) {
    Sorted ratios = Sorted.ratios(others, ones);
    return String.format(
        Locale.ROOT,
        "%s: %.1f us %s, %.1f us %s; %.3f times (%.3f to %.3f)",
        what,
        Sorted.of(ones).median(),
        one,
        Sorted.of(others).median(),
        other,
        ratios.median(),
        ratios.low(),
        ratios.high());
  }
}
