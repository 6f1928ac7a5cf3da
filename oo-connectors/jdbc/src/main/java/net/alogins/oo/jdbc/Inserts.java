package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;

/**
 * How many rows of the log are inserted at once: by what costs the least on a database. All are
 * written, or it fails and the transaction with it.
 */
enum Inserts {

  /** Row by row, each a call within the process. */
  IN_PROCESS("values (" + questionMarks() + ")") {
    @Override
    void bind(DSLContext tx, PreparedStatement insert, List<Object[]> rows) throws SQLException {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.addBatch();
      }
    }
  },

  /** Each column as an array: one statement, one message, one plan. */
  OVER_THE_WIRE("select * from unnest(" + questionMarks() + ")") {
    @Override
    void bind(DSLContext tx, PreparedStatement insert, List<Object[]> rows) throws SQLException {
      for (int i = 0; i < Row.COLUMNS.size(); i++) {
        Field<?> column = Row.COLUMNS.get(i);
        String type = column.getDataType().getTypeName(tx.configuration());
        Object[] cells = (Object[]) Array.newInstance(column.getType(), rows.size());
        for (int j = 0; j < cells.length; j++) {
          cells[j] = rows.get(j)[i];
        }
        insert.setArray(i + 1, insert.getConnection().createArrayOf(type, cells));
      }
      insert.addBatch();
    }
  };

  private final String sql;

  Inserts(String rows) {
    String columns = Row.COLUMNS.stream().map(Field::getName).collect(Collectors.joining(", "));
    this.sql = "insert into " + EVENTS_LOG.getName() + " (" + columns + ") " + rows;
  }

  private static String questionMarks() {
    return String.join(", ", Collections.nCopies(Row.COLUMNS.size(), "?"));
  }

  static Inserts of(SQLDialect dialect) {
    return dialect == SQLDialect.SQLITE ? IN_PROCESS : OVER_THE_WIRE;
  }

  /** Inserts {@code rows}, whose cells are in the order of {@link Row#COLUMNS}. */
  void insert(DSLContext tx, List<Object[]> rows) {
    tx.connection(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(tx, insert, rows);
            insert.executeBatch();
          }
        });
  }

  abstract void bind(DSLContext tx, PreparedStatement insert, List<Object[]> rows)
      throws SQLException;
}
