package net.alogins.oo.todotxt;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A new content for a file, put in its place as a whole or not at all. */
final class Replacement {

  private static final System.Logger LOGGER = System.getLogger(TodoTxt.class.getName());

  private Replacement() {}

  /**
   * Puts {@code fresh} in the place of {@code old}, in the file that {@code file} is or links to,
   * unless something else stands there by now.
   */
  static boolean isDone(Path file, Content old, Content fresh) throws IOException {
    Path real = file.toRealPath();
    Path folder = real.resolveSibling("");
    Path beside = Files.createTempFile(folder, ".oo-", ".tmp");
    try {
      Rights.keep(real, beside);
      write(beside, fresh.buffer());
      if (!Reading.of(real).content().hasSameBytes(old)) {
        return false;
      }
      Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    sync(folder);
    return true;
  }

  private static void write(Path file, ByteBuffer bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes the new name durable, where a folder can be synchronized. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException impossible) {
      LOGGER.log(Level.DEBUG, "a folder could not be synchronized", impossible);
    }
  }
}
