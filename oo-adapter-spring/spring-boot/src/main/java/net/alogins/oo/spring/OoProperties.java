package net.alogins.oo.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says of its recommender. What is not said is as {@code Builder} has it.
 *
 * @param enabled whether there is a recommender at all
 * @param policy the name of the policy that chooses, when there is no bean of one
 * @param shadows the names of policies that rank and learn behind the path
 * @param tenant whose log it is, in stores that hold several
 * @param store where everything is kept, when there is no bean of it
 * @param sqliteFile the file, when that is SQLite
 * @param deadline how long slow sources may take
 * @param openFor how long a tip stays open
 * @param retention how long rows of the log are kept
 * @param peopleInMemory how many people's own states are kept in memory
 * @param zone where the clock of people hangs who never said
 * @param web the HTTP operations
 */
@ConfigurationProperties("oo")
public record OoProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("standard") String policy,
    @DefaultValue List<String> shadows,
    @DefaultValue("default") String tenant,
    @DefaultValue("memory") Store store,
    @Nullable Path sqliteFile,
    @Nullable Duration deadline,
    @Nullable Duration openFor,
    @Nullable Duration retention,
    @Nullable Integer peopleInMemory,
    @Nullable ZoneId zone,
    @DefaultValue Web web) {

  /** Where everything is kept. */
  public enum Store {
    /** In memory: everything is lost when the process ends. */
    MEMORY,
    /** In a SQLite file of its own. */
    SQLITE,
    /** In the application's own PostgreSQL, in tables that are created there. */
    POSTGRES
  }

  /**
   * The HTTP operations.
   *
   * @param enabled whether they are there, in a servlet application
   */
  public record Web(@DefaultValue("true") boolean enabled) {}
}
