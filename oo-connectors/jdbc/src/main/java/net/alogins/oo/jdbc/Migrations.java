package net.alogins.oo.jdbc;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings a database up to date: the tables of each module that owns some, each with a history of
 * its own, so that any of them can move to another database.
 */
final class Migrations {

  private static final List<String> OWNERS =
      List.of("events", "profile", "recommender", "identity", "integrations", "meaning");

  /** Whose scripts may come later than some of a higher number. */
  private static final String NUMBERED_BEFOREHAND = "integrations";

  private Migrations() {}

  /**
   * Migrates {@code database}, called {@code name}, with the scripts in the folders of {@code
   * scripts}.
   *
   * @throws NewerStoreException if a newer version of oO migrated it before; nothing is changed
   *     then
   */
  static void apply(DataSource database, String name, String scripts) {
    List<Flyway> all = OWNERS.stream().map(owner -> of(scripts, owner, database)).toList();
    all.forEach(flyway -> refuseNewer(flyway, name));
    all.forEach(Flyway::migrate);
  }

  /**
   * Whether {@code database} is up to date.
   *
   * @throws NewerStoreException if it is beyond that
   * @throws StoreException if none of the tables are there
   */
  static boolean areDone(DataSource database, String name, String scripts) {
    List<Flyway> all = OWNERS.stream().map(owner -> of(scripts, owner, database)).toList();
    all.forEach(flyway -> refuseNewer(flyway, name));
    if (all.stream().allMatch(flyway -> flyway.info().applied().length == 0)) {
      throw new StoreException(name + " must be a store of oO but has none of its tables");
    }
    return all.stream().allMatch(flyway -> flyway.info().pending().length == 0);
  }

  private static Flyway of(String scripts, String owner, DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(database)
        .locations("classpath:" + scripts + owner)
        .table(owner + "_migrations")
        .outOfOrder(owner.equals(NUMBERED_BEFOREHAND))
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  private static void refuseNewer(Flyway flyway, String name) {
    Stream.of(flyway.info().applied())
        .filter(Migrations::isNewer)
        .findFirst()
        .ifPresent(
            migration -> {
              throw new NewerStoreException(
                  name
                      + " must be opened by the oO that wrote it or a newer one: it has "
                      + flyway.getConfiguration().getTable()
                      + " "
                      + migration.getVersion()
                      + ", which this version does not know");
            });
  }

  private static boolean isNewer(MigrationInfo migration) {
    return migration.getState().isApplied() && !migration.getState().isResolved();
  }
}
