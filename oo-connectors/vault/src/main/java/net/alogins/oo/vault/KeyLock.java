package net.alogins.oo.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.alogins.oo.signal.VaultException;

/**
 * The sole right to change a key file, as a lock on a file beside it. The operating system lifts it
 * when the process ends, however it ends.
 */
final class KeyLock {

  /** What this process has locked: opening such a file again, and closing it, would lift that. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path lock;
  private final FileChannel channel;

  private KeyLock(Path lock, FileChannel channel) {
    this.lock = lock;
    this.channel = channel;
  }

  static KeyLock beside(Path file) {
    Path lock = file.normalize().resolveSibling(file.getFileName() + ".lock");
    if (!OWN.add(lock)) {
      throw inUse(file);
    }
    try {
      return new KeyLock(lock, locked(file, lock));
    } catch (IOException failure) {
      OWN.remove(lock);
      throw new VaultException(lock + " must be writable", failure);
    } catch (VaultException inUse) {
      OWN.remove(lock);
      throw inUse;
    }
  }

  private static FileChannel locked(Path file, Path lock) throws IOException {
    FileChannel channel =
        FileChannel.open(
            lock,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            KeyFile.forOwner(lock));
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(file);
    }
    return channel;
  }

  private static VaultException inUse(Path file) {
    return new VaultException(
        "key file " + file + " must be changed by one at a time; another is changing it");
  }

  void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new VaultException("the lock " + lock + " must be lifted", failure);
    } finally {
      OWN.remove(lock);
    }
  }
}
