package net.alogins.oo.benchmarks.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.memory.InMemoryEventLog;
import net.alogins.oo.testkit.ForwardingEventLog;

/**
 * What a durable log has to do at the least: encoded events in a bare file, one flush for all that
 * wait, before any of them is acknowledged. It is read from memory.
 */
final class FileLog extends ForwardingEventLog implements AutoCloseable {

  private final EventLog memory = new InMemoryEventLog();
  private final FileChannel file;
  private final Object turn = new Object();
  private List<ByteBuffer> waiting = new ArrayList<>();
  private long added;
  private long flushed;

  FileLog(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** A group that waits, and the number of its last event. */
  private record Group(List<ByteBuffer> events, long last) {}

  @Override
  protected EventLog log() {
    return memory;
  }

  @Override
  public List<Appended> append(List<? extends Event> events) {
    long last = add(events);
    synchronized (turn) {
      if (flushed < last) {
        flush(take());
      }
    }
    return super.append(events);
  }

  private synchronized long add(List<? extends Event> events) {
    for (Event event : events) {
      byte[] body = EventCodec.encode(event);
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + body.length);
      waiting.add(bytes.putInt(body.length).put(body).flip());
    }
    added += events.size();
    return added;
  }

  private synchronized Group take() {
    Group group = new Group(waiting, added);
    waiting = new ArrayList<>();
    return group;
  }

  private void flush(Group group) {
    ByteBuffer[] bytes = group.events().toArray(ByteBuffer[]::new);
    try {
      while (bytes[bytes.length - 1].hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    flushed = group.last();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
