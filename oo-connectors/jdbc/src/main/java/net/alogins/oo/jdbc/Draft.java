package net.alogins.oo.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * A file in the making, which only its owner may read, beside the place where it is to be: there it
 * appears when it is complete and flushed, or never.
 */
final class Draft implements AutoCloseable {

  /** What SQLite may put beside a file. */
  static final List<String> SIBLINGS = List.of("", "-wal", "-shm", "-journal");

  private final Path place;
  private final Path path;

  private Draft(Path place, Path path) {
    this.place = place;
    this.path = path;
  }

  /**
   * An empty draft.
   *
   * @throws StoreException if something is in {@code place} already; it says {@code advice}
   */
  static Draft of(Path place, String advice) throws IOException {
    for (String sibling : SIBLINGS) {
      Path taken = sibling(place, sibling);
      if (Files.exists(taken)) {
        throw new StoreException(taken + " must not exist yet: " + advice);
      }
    }
    Path path = sibling(place, "." + UUID.randomUUID() + ".part");
    OwnerOnly.create(path);
    return new Draft(place, path);
  }

  private static Path sibling(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  Path path() {
    return path;
  }

  /**
   * Gives it its place.
   *
   * @throws FileAlreadyExistsException if something has come there meanwhile
   */
  void publish() throws IOException {
    flush(path, StandardOpenOption.WRITE);
    try {
      Files.createLink(place, path);
    } catch (UnsupportedOperationException noLinks) {
      Files.move(path, place);
    }
    Files.deleteIfExists(path);
    flush(place.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ);
  }

  private static void flush(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    for (String sibling : SIBLINGS) {
      Files.deleteIfExists(sibling(path, sibling));
    }
  }
}
