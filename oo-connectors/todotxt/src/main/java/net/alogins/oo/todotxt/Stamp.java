package net.alogins.oo.todotxt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * What the file system says of a file that nobody opened: another stamp, another content.
 *
 * @param modified when it was last written
 * @param size its length in bytes
 * @param identity which file it is, where the file system knows
 * @param isRegular whether it is a file and not a folder, a pipe or a device
 */
record Stamp(Instant modified, long size, String identity, boolean isRegular) {

  /** The stamp of {@code file}, or of the file that it links to. */
  static Stamp of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(
        attributes.lastModifiedTime().toInstant(),
        attributes.size(),
        String.valueOf(attributes.fileKey()),
        attributes.isRegularFile());
  }

  /** How long before {@code now} it was written. */
  Duration age(Instant now) {
    return Duration.between(modified, now);
  }
}
