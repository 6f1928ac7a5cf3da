package net.alogins.oo.remote;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The bytes of several buffers, one after the other, which may be read again by another. */
final class Parts extends InputStream {

  private final Deque<ByteBuffer> left = new ArrayDeque<>();

  Parts(List<ByteBuffer> parts) {
    parts.forEach(part -> left.add(part.duplicate()));
  }

  private boolean isOver() {
    while (!left.isEmpty() && !left.getFirst().hasRemaining()) {
      left.removeFirst();
    }
    return left.isEmpty();
  }

  @Override
  public int read() {
    return isOver() ? -1 : left.getFirst().get() & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    if (isOver()) {
      return -1;
    }
    int some = Math.min(most, left.getFirst().remaining());
    left.getFirst().get(into, from, some);
    return some;
  }
}
