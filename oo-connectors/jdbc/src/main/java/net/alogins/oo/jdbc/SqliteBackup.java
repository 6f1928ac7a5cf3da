package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_SEQUENCE;
import static net.alogins.oo.jdbc.generated.Tables.IDENTITY_SESSIONS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.Recorded;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Copies of SQLite files, each checked before it has a name. */
final class SqliteBackup {

  private static final int PAGE = 1_000;

  private SqliteBackup() {}

  /** Makes a copy, as of one moment, of a file that others may be writing to. */
  static void make(Path database, Path target) {
    if (!Files.isRegularFile(database)) {
      throw new StoreException(database + " must be a SQLite file of oO but is not there");
    }
    try (Draft draft = Draft.of(target, "choose another name for the backup")) {
      sql(database).execute("vacuum into ?", draft.path().toString());
      if (isUpToDate(draft.path(), database)) {
        checkRows(draft.path(), database);
        signEverybodyOut(draft.path());
      }
      draft.publish();
    } catch (IOException | DataAccessException failure) {
      throw new StoreException(
          database + " must be readable, and " + target + " a place for its backup", failure);
    }
  }

  /** Puts a copy of a backup, brought up to date, where nothing is. */
  static void restore(Path backup, Path database) {
    Claim claim = Claim.on(database);
    try (Draft draft = Draft.of(database, "move it away if the backup is to take its place")) {
      fill(draft.path(), backup);
      if (!isUpToDate(draft.path(), backup)) {
        SqliteFile.open(draft.path()).close();
      }
      checkRows(draft.path(), backup);
      draft.publish();
    } catch (IOException | DataAccessException failure) {
      throw new StoreException(
          backup + " must be a readable backup, and " + database + " a place for it", failure);
    } finally {
      claim.close();
    }
  }

  /** A copy in place of the draft would be read by whoever may read the backup. */
  private static void fill(Path draft, Path backup) throws IOException {
    try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.WRITE)) {
      Files.copy(backup, out);
    }
  }

  /** Who has signed out since must not be in again where the backup is restored. */
  private static void signEverybodyOut(Path copy) {
    sql(copy).deleteFrom(IDENTITY_SESSIONS).execute();
  }

  private static DSLContext sql(Path file) {
    return DSL.using(SqliteFile.unpooled(file), SQLDialect.SQLITE);
  }

  /**
   * Whether the intact file has all the tables of this version.
   *
   * @throws StoreException if it is damaged, of a newer version, or no store
   */
  private static boolean isUpToDate(Path copy, Path name) {
    SqliteFile.check(SqliteFile.unpooled(copy), name);
    return Migrations.areDone(SqliteFile.unpooled(copy), name.toString(), SqliteFile.SCRIPTS);
  }

  /** Reads every row of every tenant. */
  private static void checkRows(Path copy, Path name) {
    DSLContext sql = sql(copy);
    Database database =
        new Database(name.toString(), sql, new Asking(sql, new Preparing.EachTime()), tx -> {});
    try {
      sql.select(EVENTS_SEQUENCE.TENANT)
          .from(EVENTS_SEQUENCE)
          .fetch(EVENTS_SEQUENCE.TENANT)
          .forEach(tenant -> checkRows(new LogReader(database, tenant)));
    } catch (CorruptEventException damaged) {
      throw new StoreException(name + " must be intact: " + damaged.getMessage(), damaged);
    }
  }

  private static void checkRows(LogReader log) {
    log.checkEnds();
    List<Recorded> page = log.after(0, PAGE);
    while (!page.isEmpty()) {
      page = log.after(page.get(page.size() - 1).seq(), PAGE);
    }
  }
}
