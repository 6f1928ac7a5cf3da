package net.alogins.oo.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which seeds are played.
 *
 * @param all in ascending order
 */
public record Seeds(List<Integer> all) {

  private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?");

  public Seeds {
    all = List.copyOf(all);
  }

  /** The seeds 1 to {@code count}. */
  public static Seeds ofFirst(int count) {
    return new Seeds(IntStream.rangeClosed(1, count).boxed().toList());
  }

  /** Reads {@code 3} or {@code 1-20}. */
  public static final class Reading implements ITypeConverter<Seeds> {

    @Override
    public Seeds convert(String text) {
      Matcher range = RANGE.matcher(text);
      if (!range.matches()) {
        throw new TypeConversionException("must be a number or a range like 1-20 but was " + text);
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (last < first) {
        throw new TypeConversionException("must be a range that ascends but was " + text);
      }
      return new Seeds(IntStream.rangeClosed(first, last).boxed().toList());
    }
  }
}
