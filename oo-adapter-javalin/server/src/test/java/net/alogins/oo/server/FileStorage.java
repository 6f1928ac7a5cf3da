package net.alogins.oo.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * SQLite, in a data directory.
 *
 * @param data the directory
 * @param server who uses it
 */
record FileStorage(Path data, Class<?> server) implements Storage {

  @Override
  public List<String> arguments() {
    return List.of("--data-dir", data.toString());
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public Connection look() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:file:" + data.resolve("oo.db") + "?mode=ro");
  }

  @Override
  public void start() {}

  @Override
  public void kill() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return "SQLite";
  }
}
