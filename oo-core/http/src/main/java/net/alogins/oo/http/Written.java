package net.alogins.oo.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * JSON that is written by hand, because it is written often: the same as {@link Json} writes, to
 * the value of each number.
 */
final class Written {

  private static final int USUAL = 512;
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final long LAST_OF_FOUR_DIGITS =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder(USUAL);

  /** What is JSON already. */
  Written raw(String json) {
    out.append(json);
    return this;
  }

  Written raw(int number) {
    out.append(number);
    return this;
  }

  Written text(String text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
    return this;
  }

  /** A number that is none is a text. */
  Written number(double number) {
    return Double.isFinite(number)
        ? raw(NumberOutput.toString(number, true))
        : text(Double.toString(number));
  }

  /** As {@link Instant#toString} has it, for milliseconds of our time without its detours. */
  Written instant(Instant at) {
    out.append('"');
    boolean isUsual =
        at.getEpochSecond() >= 0
            && at.getEpochSecond() <= LAST_OF_FOUR_DIGITS
            && at.getNano() % NANOS_PER_MILLI == 0;
    if (isUsual) {
      usual(LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, ZoneOffset.UTC));
      milli(at.getNano() / NANOS_PER_MILLI);
      out.append('Z');
    } else {
      out.append(at);
    }
    out.append('"');
    return this;
  }

  private void usual(LocalDateTime at) {
    out.append(at.toLocalDate()).append('T');
    digits(at.getHour(), 10);
    out.append(':');
    digits(at.getMinute(), 10);
    out.append(':');
    digits(at.getSecond(), 10);
  }

  private void milli(int milli) {
    if (milli != 0) {
      out.append('.');
      digits(milli, 100);
    }
  }

  private void digits(int number, int highest) {
    for (int place = highest; place > 0; place /= 10) {
      out.append((char) ('0' + number / place % 10));
    }
  }

  /** All of it. */
  String json() {
    return out.toString();
  }
}
