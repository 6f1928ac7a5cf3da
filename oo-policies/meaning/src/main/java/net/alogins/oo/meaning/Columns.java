package net.alogins.oo.meaning;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of what a text means: whether it is known, and the numbers of its projection. */
final class Columns {

  /** The block. */
  static final String MEANING = "meaning";

  /** What is seen of a text that nothing is known of: zeros; not to be written to. */
  static final float[] ABSENT = new float[1 + Projection.WIDTH];

  private static final int LONGEST_WORD = 128;

  private Columns() {}

  /** Their names: who says so is part of what they mean. */
  static List<String> by(String alias) {
    return Stream.concat(
            Stream.of("by " + alias),
            IntStream.range(0, Projection.WIDTH).mapToObj(Integer::toString))
        .toList();
  }

  /** {@code word}, which names a model and can stand beside other words. */
  static String requireWord(String what, String word) {
    if (word.isEmpty() || word.length() > LONGEST_WORD || word.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          what + " must be 1 to 128 characters, none of them 0, but was '" + word + "'");
    }
    return word;
  }

  static float[] known(float[] numbers) {
    float[] columns = new float[1 + Projection.WIDTH];
    columns[0] = 1;
    System.arraycopy(numbers, 0, columns, 1, Projection.WIDTH);
    return columns;
  }
}
