package net.alogins.oo.todotxt;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** A new content for a file, put in its place as a whole or not at all. */
final class Replacement {

  private static final System.Logger LOGGER = System.getLogger(TodoTxt.class.getName());

  private static final String PREFIX = ".oo-";
  private static final String SUFFIX = ".tmp";
  private static final Duration ABANDONED = Duration.ofHours(1);

  private Replacement() {}

  /**
   * Puts {@code fresh} in the place of {@code old}, in the file that {@code file} is or links to,
   * unless something else stands there by now.
   */
  static boolean isDone(Path file, Content old, Content fresh) throws IOException {
    Path real = file.toRealPath();
    Path folder = real.resolveSibling("");
    sweep(folder);
    Path beside = Files.createTempFile(folder, PREFIX, SUFFIX);
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

  /** Takes away what a process that was killed while it wrote left behind. */
  private static void sweep(Path folder) {
    FileTime late = FileTime.from(Instant.now().minus(ABANDONED));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(late) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException impossible) {
      LOGGER.log(Level.DEBUG, "what was left behind could not be taken away", impossible);
    }
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
