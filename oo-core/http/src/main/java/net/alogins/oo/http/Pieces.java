package net.alogins.oo.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A text in UTF-8 whose pieces are made while it is read: one of them at a time is in memory. */
final class Pieces extends InputStream {

  private final Iterator<String> pieces;
  private byte[] piece = new byte[0];
  private int read;

  Pieces(Iterator<String> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() {
    return isOver() ? -1 : piece[read++] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    if (most > 0 && isOver()) {
      return -1;
    }
    int length = Math.min(most, piece.length - read);
    System.arraycopy(piece, read, into, from, length);
    read += length;
    return length;
  }

  private boolean isOver() {
    while (read == piece.length && pieces.hasNext()) {
      piece = pieces.next().getBytes(StandardCharsets.UTF_8);
      read = 0;
    }
    return read == piece.length;
  }
}
