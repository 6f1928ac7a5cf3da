package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

  @TempDir private Path directory;

  private static String pragma(DSLContext sql, String name) {
    return sql.fetchValue("pragma " + name).toString();
  }

  @Test
  void whoever_writes_or_reads_waits_and_every_commit_is_flushed() {
    try (SqliteFile file = SqliteFile.open(directory.resolve("oo.db"))) {
      Database database = file.database();

      assertThat(database.<String>read(sql -> pragma(sql, "journal_mode"))).isEqualTo("wal");
      assertThat(database.<String>read(sql -> pragma(sql, "busy_timeout"))).isEqualTo("5000");
      assertThat(database.<String>read(sql -> pragma(sql, "cache_size"))).isEqualTo("-16000");
      assertThat(database.<String>write(sql -> pragma(sql, "synchronous"))).isEqualTo("2");
      assertThat(database.<String>write(sql -> pragma(sql, "wal_autocheckpoint")))
          .isEqualTo("16384");
    }
  }

  @Test
  void only_what_can_be_made_again_is_flushed_later() {
    try (SqliteFile file = SqliteFile.open(directory.resolve("oo.db"))) {
      Database later = file.flushedLater();

      assertThat(later.<String>write(sql -> pragma(sql, "synchronous"))).isEqualTo("1");
      assertThat(file.database().<String>write(sql -> pragma(sql, "synchronous"))).isEqualTo("2");
      assertThatThrownBy(() -> later.change(sql -> sql.execute("delete from nowhere")))
          .isInstanceOf(StoreException.class);
      assertThat(file.database().<String>write(sql -> pragma(sql, "synchronous"))).isEqualTo("2");
    }
  }

  @Test
  void what_is_no_database_is_refused_with_the_reason() throws IOException {
    Path file = Files.writeString(directory.resolve("oo.db"), "Dear diary, ".repeat(100));

    assertThatThrownBy(() -> SqliteFile.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("must be a readable and writable SQLite file of oO: ")
        .hasMessageContaining("not a database");
  }

  @Test
  void what_a_statement_breaks_is_said_in_one_line() {
    try (SqliteFile file = SqliteFile.open(directory.resolve("oo.db"))) {
      Database database = file.database();

      assertThatThrownBy(() -> database.read(sql -> sql.fetchValue("select one from nowhere")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("oo.db must be readable but was not: ")
          .hasMessageContaining("no such table: nowhere");
      assertThatThrownBy(() -> database.change(sql -> sql.execute("delete from nowhere")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("oo.db must be writable but was not: ")
          .hasMessageContaining("no such table: nowhere");
    }
  }
}
