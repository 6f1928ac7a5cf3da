package net.alogins.oo.todotxt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A whole file, read while nobody changed it.
 *
 * @param stamp what the file system said before and after
 * @param content what stood there
 */
record Reading(Stamp stamp, Content content) {

  /** The largest file, in bytes: 16 MiB. */
  static final int LARGEST = 16 * 1024 * 1024;

  private static final int ATTEMPTS = 3;

  /**
   * Reads {@code file}.
   *
   * @throws TaskFileException if it is not there, not readable, too large, not UTF-8, or does not
   *     hold still
   */
  static Reading of(Path file) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Stamp before = checked(file, stamp(file));
      Content content = content(file);
      if (content.length() == before.size() && stamp(file).equals(before)) {
        return new Reading(before, checked(file, content));
      }
    }
    throw new TaskFileException(file, "stay as it is while it is read");
  }

  /**
   * What the file system says of {@code file} now.
   *
   * @throws TaskFileException if it says nothing
   */
  static Stamp stamp(Path file) {
    try {
      return Stamp.of(file);
    } catch (IOException broken) {
      throw unreadable(file, broken);
    }
  }

  private static Stamp checked(Path file, Stamp stamp) {
    if (!stamp.isRegular()) {
      throw new TaskFileException(file, "be a file, not a folder, a pipe or a device");
    }
    if (stamp.size() > LARGEST) {
      throw new TaskFileException(
          file, "be at most " + LARGEST + " bytes but was " + stamp.size() + " bytes");
    }
    return stamp;
  }

  private static Content checked(Path file, Content content) {
    if (content.isWide()) {
      throw new TaskFileException(file, "be UTF-8 but looks like UTF-16 or UTF-32");
    }
    return content;
  }

  private static Content content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new Content(in.readNBytes(LARGEST + 1));
    } catch (IOException broken) {
      throw unreadable(file, broken);
    }
  }

  private static TaskFileException unreadable(Path file, IOException cause) {
    String rule = cause instanceof NoSuchFileException ? "exist" : "be readable";
    return new TaskFileException(file, rule, cause);
  }
}
