package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.SampleEvents;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where this fails, an append is written row by row, and nobody would notice but by the time. */
class InsertsTest {

  private static final UserId ADA = new UserId("ada");

  @TempDir private Path directory;

  private static List<Row> rows() {
    return List.of(
        new Row(SampleEvents.decided(ADA, new TipId(1, 1))),
        new Row(SampleEvents.decided(new UserId("Ada's “twin”, 孪"), new TipId(1, 2))),
        new Row(SampleEvents.decided(ADA, new TipId(1, 3))));
  }

  private static List<Recorded> insertedAndRead(Database database) {
    List<Row> rows = rows();
    return database.write(
        tx -> {
          Inserts.of(tx.family())
              .insert(
                  tx,
                  List.of(
                      rows.get(0).values("home", 1L),
                      rows.get(1).values("home", 2L),
                      rows.get(2).values("home", 3L)));
          return read(tx);
        });
  }

  private static List<Recorded> read(DSLContext tx) {
    return tx.select(StoredRow.COLUMNS)
        .from(EVENTS_LOG)
        .orderBy(EVENTS_LOG.SEQ)
        .fetch(row -> new StoredRow("home", row).recorded());
  }

  private static void assertWritten(List<Recorded> read) {
    assertThat(read.stream().map(Recorded::seq)).containsExactly(1L, 2L, 3L);
    assertThat(read.stream().map(Recorded::event))
        .containsExactlyElementsOf(rows().stream().map(Row::event).toList());
  }

  @Test
  void sqlite_takes_rows_at_once() {
    try (SqliteFile file = SqliteFile.open(directory.resolve("oo.db"))) {
      assertWritten(insertedAndRead(file.database()));
    }
  }

  @Test
  void postgres_takes_rows_at_once() throws SQLException {
    String url = Postgres.freshSchema();
    try (PostgresConnections connections = PostgresConnections.to(url, new Properties())) {
      assertWritten(insertedAndRead(connections.upToDate()));
    }
  }
}
