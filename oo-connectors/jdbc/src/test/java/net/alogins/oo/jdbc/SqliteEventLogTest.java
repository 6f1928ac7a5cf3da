package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.EventLogContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventLogTest extends EventLogContract {

  @TempDir private Path directory;
  private Opened opened;

  @BeforeEach
  void open() {
    opened = new Opened(directory);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected EventLog log() {
    return opened.stores().log();
  }

  @Override
  protected EventLog reopened(EventLog log) {
    return opened.again().log();
  }

  @Test
  void what_is_about_a_tip_is_not_looked_for_among_all_rows_of_its_person() {
    try (SqliteFile file = SqliteFile.open(directory.resolve("other.db"))) {
      LogReader reader = new LogReader(file.database(), "home");

      String plan =
          file.database()
              .read(
                  sql ->
                      sql.fetch(
                              "explain query plan {0}",
                              reader.about(sql, new UserId("ada"), new TipId(1, 2)))
                          .format());

      assertThat(plan).contains("INDEX events_log_identity (tenant=? AND subject=? AND tip=?)");
    }
  }
}
