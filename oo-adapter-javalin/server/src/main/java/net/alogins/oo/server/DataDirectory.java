package net.alogins.oo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import net.alogins.oo.jdbc.JdbcAuditLog;
import net.alogins.oo.jdbc.JdbcConnectionStore;
import net.alogins.oo.jdbc.JdbcMeaningStore;
import net.alogins.oo.jdbc.JdbcSecretStore;
import net.alogins.oo.jdbc.JdbcSessionStore;
import net.alogins.oo.jdbc.NewerStoreException;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.jdbc.StoreException;
import net.alogins.oo.jdbc.StoreInUseException;

/**
 * The folder that holds everything a server keeps, in SQLite; only its owner may look inside.
 *
 * @param path where it is
 */
record DataDirectory(Path path) implements Database {

  private static final String FILE = "oo.db";

  @Override
  public String name() {
    return "data directory " + path;
  }

  /** The stores inside, the folder being made when it is not there. */
  @Override
  public Kept open() {
    create();
    return existing();
  }

  /** The stores inside a folder that must be there, and hold something. */
  @Override
  public Kept openExisting() {
    requireSomething();
    return existing();
  }

  @Override
  public void backup(Path target) {
    requireSomething();
    using(() -> SqliteStores.backup(database(), target));
  }

  @Override
  public void restore(Path backup) {
    create();
    using(() -> SqliteStores.restore(backup, database()));
  }

  private void using(Runnable use) {
    using(
        () -> {
          use.run();
          return true;
        });
  }

  Path database() {
    return path.resolve(FILE);
  }

  /** Refuses a folder that holds nothing. */
  void requireSomething() {
    if (!holdsSomething()) {
      throw new Refusal(Exit.NO_INPUT, name() + " must hold " + FILE + " but does not");
    }
  }

  private boolean holdsSomething() {
    try {
      return Files.isRegularFile(database()) && Files.size(database()) > 0;
    } catch (IOException failure) {
      throw new Refusal(Exit.NO_INPUT, database() + " must be readable", failure);
    }
  }

  private Kept existing() {
    return using(
        () -> {
          SqliteStores opened = SqliteStores.open(database(), TENANT);
          return new Kept(
              opened.stores(),
              JdbcSessionStore.in(opened),
              JdbcAuditLog.in(opened),
              JdbcConnectionStore.in(opened),
              JdbcSecretStore.in(opened),
              JdbcMeaningStore.in(opened),
              opened::close);
        });
  }

  /** What {@code use} of the file comes to; that it cannot be used is a refusal. */
  private <T> T using(Supplier<T> use) {
    OwnersOnly.FOLDER.require(path);
    OwnersOnly.FILE.require(database());
    try {
      return use.get();
    } catch (StoreInUseException inUse) {
      throw new Refusal(
          Exit.IN_USE,
          name() + " must be used by one server at a time; another has it open",
          inUse);
    } catch (NewerStoreException newer) {
      throw refusal(Exit.NEWER_DATA, newer);
    } catch (StoreException unusable) {
      throw refusal(Exit.CANNOT_CREATE, unusable);
    }
  }

  /** Makes the folder, for its owner only, when it is not there. */
  void create() {
    try {
      if (Files.isDirectory(path)) {
        return;
      }
      Files.createDirectories(path.toAbsolutePath().normalize().getParent());
      Files.createDirectory(path, OwnersOnly.FOLDER.attributes(path));
    } catch (IOException failure) {
      throw new Refusal(Exit.CANNOT_CREATE, name() + " must be a writable folder", failure);
    }
  }
}
