package net.alogins.oo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.NewerEventException;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.NewerStoreException;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.jdbc.StoreException;
import net.alogins.oo.jdbc.StoreInUseException;

/**
 * The folder that holds everything a server keeps; only its owner may look inside.
 *
 * @param path where it is
 */
record DataDirectory(Path path) {

  private static final TenantId HOME = new TenantId("home");
  private static final String DATABASE = "oo.db";

  /** The stores inside, the folder being made when it is not there. */
  SqliteStores open() {
    create();
    return existing();
  }

  /** The stores inside a folder that must be there, and hold something. */
  SqliteStores openExisting() {
    if (!holdsSomething()) {
      throw new Refusal(
          Exit.NO_INPUT, "data directory " + path + " must hold " + DATABASE + " but does not");
    }
    return existing();
  }

  Path database() {
    return path.resolve(DATABASE);
  }

  private boolean holdsSomething() {
    try {
      return Files.isRegularFile(database()) && Files.size(database()) > 0;
    } catch (IOException failure) {
      throw new Refusal(Exit.NO_INPUT, database() + " must be readable", failure);
    }
  }

  private SqliteStores existing() {
    OwnersOnly.FOLDER.require(path);
    OwnersOnly.FILE.require(database());
    try {
      return SqliteStores.open(database(), HOME);
    } catch (StoreInUseException inUse) {
      throw new Refusal(
          Exit.IN_USE,
          "data directory " + path + " must be used by one server at a time; another has it open",
          inUse);
    } catch (NewerStoreException newer) {
      throw refusal(Exit.NEWER_DATA, newer);
    } catch (StoreException unusable) {
      throw refusal(Exit.CANNOT_CREATE, unusable);
    }
  }

  /** What {@code reading} the stores inside comes to; a row that cannot be read is a refusal. */
  <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (NewerEventException newer) {
      throw refusal(Exit.NEWER_DATA, newer);
    } catch (CorruptEventException damaged) {
      throw refusal(Exit.CANNOT_CREATE, damaged);
    }
  }

  private Refusal refusal(Exit exit, RuntimeException cause) {
    return new Refusal(exit, "data directory " + path + ": " + cause.getMessage(), cause);
  }

  private void create() {
    try {
      if (Files.isDirectory(path)) {
        return;
      }
      Files.createDirectories(path.toAbsolutePath().normalize().getParent());
      Files.createDirectory(path, OwnersOnly.FOLDER.attributes(path));
    } catch (IOException failure) {
      throw new Refusal(
          Exit.CANNOT_CREATE, "data directory " + path + " must be a writable folder", failure);
    }
  }
}
