package net.alogins.oo.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sole right to a file, as a lock on a file beside it. The operating system lifts it when the
 * process ends, however it ends; the lock file itself stays.
 */
final class Claim implements AutoCloseable {

  /**
   * Closing any channel to a file lifts every lock of this process on it, so none is opened twice.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path lock;
  private final FileChannel channel;

  private Claim(Path lock, FileChannel channel) {
    this.lock = lock;
    this.channel = channel;
  }

  static Claim on(Path file) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      OwnerOnly.create(lock);
      Path real = lock.toRealPath();
      if (OWN.add(real)) {
        return locked(file, real);
      }
    } catch (IOException failure) {
      throw new StoreException("the lock file " + lock + " must be writable", failure);
    }
    throw inUse(file);
  }

  private static Claim locked(Path file, Path lock) throws IOException {
    boolean isLocked = false;
    try {
      FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
      isLocked = channel.tryLock() != null;
      if (isLocked) {
        return new Claim(lock, channel);
      }
      channel.close();
      throw inUse(file);
    } finally {
      if (!isLocked) {
        OWN.remove(lock);
      }
    }
  }

  private static StoreInUseException inUse(Path file) {
    return new StoreInUseException(
        file + " must be used by one process at a time but is in use by another");
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException failure) {
      throw new StoreException("the lock on " + lock + " must be lifted", failure);
    } finally {
      OWN.remove(lock);
    }
  }
}
