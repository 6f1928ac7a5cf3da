package net.alogins.oo.id;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Which tip, and which decision made it: 128 random bits, written as 32 hexadecimal digits.
 *
 * <p>A tip is what a decision shows of itself, so the two share one identity. Every random stream
 * of a decision is derived from these bits.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record TipId(long high, long low) {

  private static final int DIGITS = 32;
  private static final String ALL = "0123456789abcdef";
  private static final HexFormat HEXADECIMAL = HexFormat.of();

  /** A fresh id drawn from {@code random}. */
  public static TipId random(RandomGenerator random) {
    return new TipId(random.nextLong(), random.nextLong());
  }

  /**
   * The id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException unless the text is 32 hexadecimal digits
   */
  public static TipId parse(String text) {
    if (text.length() != DIGITS || !text.chars().allMatch(each -> ALL.indexOf(each) >= 0)) {
      throw new IllegalArgumentException("tip id must be 32 hexadecimal digits");
    }
    return new TipId(
        Long.parseUnsignedLong(text, 0, DIGITS / 2, 16),
        Long.parseUnsignedLong(text, DIGITS / 2, DIGITS, 16));
  }

  @Override
  public String toString() {
    return HEXADECIMAL.toHexDigits(high) + HEXADECIMAL.toHexDigits(low);
  }
}
