package net.alogins.oo.server;

import java.nio.file.Path;
import java.util.Map;
import net.alogins.oo.jdbc.JdbcAuditLog;
import net.alogins.oo.jdbc.JdbcConnectionStore;
import net.alogins.oo.jdbc.JdbcMeaningStore;
import net.alogins.oo.jdbc.JdbcSecretStore;
import net.alogins.oo.jdbc.JdbcSessionStore;
import net.alogins.oo.jdbc.NewerStoreException;
import net.alogins.oo.jdbc.PostgresStores;
import net.alogins.oo.jdbc.StoreException;

/**
 * A PostgreSQL database that holds everything a server keeps.
 *
 * @param url where it is, as JDBC has it; without a password
 * @param user who may use it
 * @param password what that user proves it with; empty where there is none
 */
record PostgresDatabase(String url, String user, String password) implements Database {

  private static final String PREFIX = "jdbc:postgresql:";

  /**
   * The one at {@code url}, for the user that the environment names.
   *
   * @param environment the value of each variable
   */
  static PostgresDatabase at(String url, Map<String, String> environment) {
    if (!url.startsWith(PREFIX)) {
      throw new Refusal(Exit.USAGE, "database must begin with " + PREFIX + " but was " + bare(url));
    }
    if (url.contains("password=")) {
      throw new Refusal(
          Exit.USAGE, "database must be named without its password; OO_DATABASE_PASSWORD has that");
    }
    String user = environment.getOrDefault("OO_DATABASE_USER", "");
    if (user.isBlank()) {
      throw new Refusal(Exit.USAGE, "OO_DATABASE_USER must name the user of " + bare(url));
    }
    return new PostgresDatabase(url, user, environment.getOrDefault("OO_DATABASE_PASSWORD", ""));
  }

  /** What is said of it: no parameters, which may be secret, and no password. */
  @Override
  public String name() {
    return "database " + bare(url);
  }

  private static String bare(String url) {
    return url.replaceFirst("[?].*", "").replaceFirst("//.*@", "//");
  }

  @Override
  public Kept open() {
    try {
      PostgresStores opened = PostgresStores.open(url, user, password, TENANT);
      return new Kept(
          opened.stores(),
          JdbcSessionStore.in(opened),
          JdbcAuditLog.in(opened),
          JdbcConnectionStore.in(opened),
          JdbcSecretStore.in(opened),
          JdbcMeaningStore.in(opened),
          opened::processes,
          opened::close);
    } catch (NewerStoreException newer) {
      throw refusal(Exit.NEWER_DATA, newer);
    } catch (StoreException unusable) {
      throw refusal(Exit.UNAVAILABLE, unusable);
    }
  }

  /** The same: that its tables are not there yet is nothing that could be mistaken. */
  @Override
  public Kept openExisting() {
    return open();
  }

  @Override
  public void backup(Path target) {
    throw elsewhere();
  }

  @Override
  public void restore(Path backup) {
    throw elsewhere();
  }

  private Refusal elsewhere() {
    return new Refusal(Exit.USAGE, name() + " must be backed up and restored by its own pg_dump");
  }

  @Override
  public String toString() {
    return name();
  }
}
