package net.alogins.oo.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;

/**
 * A bare file of encoded events: no index, no identity, no way to read it, but the same way to form
 * groups, and one flush for each. What a store costs is measured against it.
 */
final class FileLog implements AutoCloseable {

  private final FileChannel file;
  private final Groups<ByteBuffer> groups = new Groups<>(256, this::write);

  FileLog(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void append(Event event) {
    byte[] body = EventCodec.encode(event);
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + body.length);
    groups.handle(bytes.putInt(body.length).put(body).flip());
  }

  private void write(List<ByteBuffer> group) {
    ByteBuffer[] bytes = group.toArray(ByteBuffer[]::new);
    try {
      while (bytes[bytes.length - 1].hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
