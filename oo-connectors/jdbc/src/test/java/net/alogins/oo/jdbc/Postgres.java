package net.alogins.oo.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * The server that the tests of one JVM share: {@code -Doo.postgres=<JDBC URL>}, or an embedded one.
 */
final class Postgres {

  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private Postgres() {}

  /** Started when it is first asked for. */
  private static final class Server {

    private static final String URL = start();

    private static String start() {
      String url = System.getProperty("oo.postgres", "");
      if (!url.isEmpty()) {
        return url;
      }
      try {
        return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
      } catch (IOException | RuntimeException failure) {
        return "no PostgreSQL server: " + failure;
      }
    }
  }

  /**
   * The URL of a new, empty schema; the test is skipped, with the reason, if there is no server.
   */
  static String freshSchema() {
    Assumptions.assumeTrue(Server.URL.startsWith("jdbc:"), Server.URL);
    String schema = "oo_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(Server.URL);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + schema + " cascade");
      statement.execute("create schema " + schema);
    } catch (SQLException failure) {
      throw new IllegalStateException("PostgreSQL must give a schema to a test", failure);
    }
    return Server.URL + (Server.URL.contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }
}
