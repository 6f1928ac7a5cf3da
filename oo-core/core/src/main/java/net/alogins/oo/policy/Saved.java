package net.alogins.oo.policy;

import java.util.Arrays;

/** A saved state, or one person's part of it, as it was after one row of the log. */
public final class Saved {

  private final long seq;
  private final byte[] body;

  /** What {@code body} says was so after row {@code seq}; the array is not copied. */
  public Saved(long seq, byte[] body) {
    this.seq = seq;
    this.body = body;
  }

  /** The row of the log after which it was so. */
  public long seq() {
    return seq;
  }

  /** Its bytes; not to be written to. */
  public byte[] body() {
    return body;
  }

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
