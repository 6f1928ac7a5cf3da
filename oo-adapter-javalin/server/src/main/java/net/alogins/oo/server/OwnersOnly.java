package net.alogins.oo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The permissions of what nobody but its owner may look into, where the file system knows them. */
enum OwnersOnly {
  /** Of a folder. */
  FOLDER("rwx------", "700"),
  /** Of a file. */
  FILE("rw-------", "600");

  private final String permissions;
  private final String mode;

  OwnersOnly(String permissions, String mode) {
    this.permissions = permissions;
    this.mode = mode;
  }

  /** What {@code path} is to be made with. */
  FileAttribute<?>[] attributes(Path path) {
    return isKnownTo(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Refuses {@code path} if it is there and others have any right to it. */
  void require(Path path) {
    if (!Files.exists(path) || !isKnownTo(path)) {
      return;
    }
    Set<PosixFilePermission> found = found(path);
    if (found.stream().anyMatch(OwnersOnly::isForOthers)) {
      throw new Refusal(
          Exit.CANNOT_CREATE,
          "%s must be accessible to its owner only but was %s; try: chmod %s '%s'"
              .formatted(path, PosixFilePermissions.toString(found), mode, path));
    }
  }

  private static Set<PosixFilePermission> found(Path path) {
    try {
      return Files.getPosixFilePermissions(path);
    } catch (IOException failure) {
      throw new Refusal(Exit.CANNOT_CREATE, path + " must be readable", failure);
    }
  }

  private static boolean isForOthers(PosixFilePermission permission) {
    return !EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE)
        .contains(permission);
  }

  private static boolean isKnownTo(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
