package net.alogins.oo.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.alogins.oo.event.EventLog;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What appends cost on PostgreSQL, in a process of its own with a server that flushes: against COPY
 * of the same rows, numbered before, in batches of 1,000, in interleaved pairs, each side into a
 * new copy of the table and its indexes. Only the copying is timed, not the making of what is
 * copied.
 */
final class CopyFigures {

  private static final int CALLERS = 1_000;
  private static final int BATCH = 1_000;
  private static final int PAIRS = 5;
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final Duration TIMED = Duration.ofSeconds(4);

  private final String url;
  private int schemas;

  private CopyFigures(String url) {
    this.url = url;
  }

  /** {@code rates <directory>}, where the server keeps its files. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[1]).resolve("data");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setDataDirectory(data).setServerConfig("fsync", "on").start()) {
      new CopyFigures(server.getJdbcUrl("postgres", "postgres")).rates();
    }
  }

  private void rates() throws Exception {
    Load warm = new Load(CALLERS, WARM, 0);
    Load load = new Load(CALLERS, TIMED, 0);
    copy(warm);
    append(warm);
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      double copy = copy(load);
      double append = append(load);
      ratios.add(append / copy);
      System.out.printf(
          "reactions: copy %.0f/s, appends %.0f/s, %.3f%n", copy, append, append / copy);
    }
    ratios.sort(null);
    System.out.printf("median reactions: %.3f%n", ratios.get(PAIRS / 2));
  }

  private String newTable() throws Exception {
    String last = "figures_" + schemas++;
    String schema = "figures_" + schemas;
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute("drop schema if exists " + last + " cascade");
      sql.execute("create schema " + schema);
      sql.execute("checkpoint");
    }
    return url + "&currentSchema=" + schema;
  }

  private double append(Load load) throws Exception {
    try (PostgresStores stores = PostgresStores.open(newTable(), PostgresOpened.HOME)) {
      EventLog log = stores.stores().log();
      return load.on(event -> log.append(List.of(event)));
    }
  }

  private double copy(Load load) throws Exception {
    String table = newTable();
    PostgresStores.open(table, PostgresOpened.HOME).close();
    try (Connection connection = DriverManager.getConnection(table)) {
      try (Statement sql = connection.createStatement()) {
        sql.execute("set synchronous_commit = on");
      }
      CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
      long nanos = 0;
      long rows = 0;
      while (nanos < load.length().toNanos()) {
        String batch = batch(load, rows);
        long start = System.nanoTime();
        copying.copyIn(
            "copy events_log (tenant, seq, subject, identity, tip, is_decision, body, mark)"
                + " from stdin",
            new StringReader(batch));
        nanos += System.nanoTime() - start;
        rows += BATCH;
      }
      return rows * 1e9 / nanos;
    }
  }

  /** The next rows in the text format of COPY. */
  private static String batch(Load load, long after) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < BATCH; i++) {
      Row row = new Row(load.event(1, i, (int) (after / BATCH)));
      Object[] values = row.values(PostgresOpened.HOME.value(), after + i + 1);
      for (int column = 0; column < values.length; column++) {
        text.append(column == 0 ? "" : "\t").append(text(values[column]));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? "\\\\x" + HexFormat.of().formatHex(bytes)
        : value.toString();
  }
}
