package net.alogins.oo.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Where the servers of a trial keep everything, one after the other. */
interface Storage extends AutoCloseable {

  /** The main class of the server that uses it. */
  Class<?> server();

  /** What a command line says to use it, after the verb. */
  List<String> arguments();

  /** What the environment says to use it. */
  Map<String, String> environment();

  /** A connection that only looks, beside the server. */
  Connection look() throws SQLException;

  /** Lets it run, where it is a program of its own. */
  void start();

  /** Ends that program as a power cut would. */
  void kill();

  @Override
  void close();

  /** The store called {@code name}, in {@code folder}. */
  static Storage named(String name, Path folder) {
    return switch (name) {
      case "sqlite" -> new FileStorage(folder, Main.class);
      case "postgres" -> PostgresStorage.careful(folder);
      default -> throw unknown(name);
    };
  }

  /** The same, but it acknowledges without having called fsync. */
  static Storage careless(String name, Path folder) {
    return switch (name) {
      case "sqlite" -> new FileStorage(folder, CarelessMain.class);
      case "postgres" -> PostgresStorage.careless(folder);
      default -> throw unknown(name);
    };
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("store must be sqlite or postgres but was " + name);
  }
}
