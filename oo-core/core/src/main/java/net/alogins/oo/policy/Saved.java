package net.alogins.oo.policy;

import java.util.Arrays;

/**
 * A saved state, or one person's part of it, as it was after one row of the log.
 *
 * @param seq the row
 * @param body its bytes: never copied, and not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // equality is that of the bytes
public record Saved(long seq, byte[] body) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Saved saved && seq == saved.seq && Arrays.equals(body, saved.body);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body) * 31 + Long.hashCode(seq);
  }

  @Override
  public String toString() {
    return body.length + " bytes as of row " + seq;
  }
}
