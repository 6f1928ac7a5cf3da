package net.alogins.oo.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.alogins.oo.signal.VaultException;

/** Keys in a file of their owner's. */
final class KeyFile extends KeyPlace {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final int LONGEST = 1 << 16;

  private final Path file;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  String name() {
    return "key file " + file;
  }

  @Override
  Optional<MasterKeys> load() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      requireOwnersOnly();
      return Optional.of(MasterKeys.parsed(content(), name()));
    } catch (IOException failure) {
      throw new VaultException(name() + " must be readable", failure);
    }
  }

  private void requireOwnersOnly() throws IOException {
    if (!knowsOwners()) {
      return;
    }
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
    if (!OWNERS.containsAll(found)) {
      throw new VaultException(
          "%s must be rw------- but was %s; try: chmod 600 '%s'"
              .formatted(name(), PosixFilePermissions.toString(found), file));
    }
  }

  private boolean knowsOwners() {
    return knowsOwners(file);
  }

  private static boolean knowsOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private String content() throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new VaultException(name() + " must be at most " + LONGEST + " bytes");
    }
    return Files.readString(file);
  }

  @Override
  void save(MasterKeys keys) {
    try {
      Path real = Files.exists(file) ? file.toRealPath() : file;
      Path folder = real.resolveSibling("");
      Path draft = Files.createTempFile(folder, ".oo-", ".tmp", forOwner(file));
      try {
        write(draft, keys.text());
        Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      flush(folder);
    } catch (IOException failure) {
      throw new VaultException(name() + " must be writable", failure);
    }
  }

  /** What a file beside {@code file} is made with. */
  static FileAttribute<?>[] forOwner(Path file) {
    return knowsOwners(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
        : new FileAttribute<?>[0];
  }

  private static void write(Path draft, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes the new name durable; where folders are no files, it is so already. */
  private void flush(Path folder) throws IOException {
    if (knowsOwners()) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  <T> T exclusively(Supplier<T> change) {
    KeyLock lock = KeyLock.beside(file);
    try {
      return change.get();
    } finally {
      lock.close();
    }
  }
}
