package net.alogins.oo.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A CRC-32C over the columns of a row; texts and bytes count with their length in front. */
final class Mark {

  private static final long ABSENT = -1;

  private final CRC32C crc = new CRC32C();
  private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

  private Mark() {}

  /** The mark of numbers, flags, texts and bytes, any of which may be absent. */
  static long of(@Nullable Object... columns) {
    Mark mark = new Mark();
    for (Object column : columns) {
      mark.add(column);
    }
    return mark.crc.getValue();
  }

  private void add(@Nullable Object column) {
    if (column instanceof Long number) {
      add(number.longValue());
    } else if (column instanceof Boolean flag) {
      add(flag ? 1 : 0);
    } else if (column instanceof String text) {
      add(text.getBytes(StandardCharsets.UTF_8));
    } else if (column instanceof byte[] bytes) {
      add(bytes);
    } else {
      add(ABSENT);
    }
  }

  private void add(long number) {
    crc.update(eight.clear().putLong(number).flip());
  }

  private void add(byte[] bytes) {
    add(bytes.length);
    crc.update(bytes, 0, bytes.length);
  }
}
