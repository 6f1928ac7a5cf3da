package net.alogins.oo.todotxt;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Group, owner and permissions of a file, for the one that takes its place. */
final class Rights {

  private static final System.Logger LOGGER = System.getLogger(TodoTxt.class.getName());

  private static final Set<PosixFilePermission> OF_THE_GROUP =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  private Rights() {}

  /** Gives {@code to} the rights of {@code from}, where there are any. */
  static void keep(Path from, Path to) throws IOException {
    if (Files.getFileStore(to).supportsFileAttributeView(PosixFileAttributeView.class)) {
      keep(
          Files.readAttributes(from, PosixFileAttributes.class),
          Files.getFileAttributeView(to, PosixFileAttributeView.class));
    }
  }

  /** Another group than before gets no permissions: they were not meant for it. */
  static void keep(PosixFileAttributes rights, PosixFileAttributeView to) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(rights.permissions());
    if (!isAllowed(() -> to.setGroup(rights.group()))) {
      permissions.removeAll(OF_THE_GROUP);
    }
    isAllowed(() -> to.setOwner(rights.owner()));
    to.setPermissions(permissions);
  }

  /** Only a privileged process can give a file away. */
  private static boolean isAllowed(Giving giving) {
    try {
      giving.give();
      return true;
    } catch (IOException forbidden) {
      LOGGER.log(Level.DEBUG, "an owner could not be kept", forbidden);
      return false;
    }
  }

  private interface Giving {
    void give() throws IOException;
  }
}
