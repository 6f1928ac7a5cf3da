package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariants I1, I4 and I5 with several hosts on one PostgreSQL, any of which may die or stand
 * still at any moment, as may the database. {@code ./oo chaos cluster} runs it.
 */
class ClusterTest {

  private static final int HOSTS = 3;
  private static final Duration LENGTH = Duration.ofMinutes(Long.getLong("oo.minutes", 1));
  private static final long SEED = Long.getLong("oo.seed", new Random().nextLong());

  private final Promises promises = new Promises();
  private final Troubles database = new Troubles();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void whatever_befalls_hosts_and_database_each_answer_is_learned_once_by_all() throws Exception {
    try (Cluster cluster = new Cluster(directory, HOSTS);
        ClusterFaults faults = new ClusterFaults(cluster, database, SEED);
        ClusterAskers askers =
            new ClusterAskers(cluster.hosts(), database, cluster::token, promises)) {
      int doubled = -1;
      try {
        askers.begin(SEED);
        faults.befall(LENGTH);
        askers.end();
        doubled = look(cluster);
      } finally {
        System.out.printf(
            "chaos cluster: %d hosts on PostgreSQL, %s; %s, %d acknowledged, %d lost,"
                + " %d times two tips at once (seed %d)%n",
            HOSTS,
            faults.verdict(),
            askers.verdict(),
            promises.count(),
            promises.lost(),
            doubled,
            SEED);
      }
      assertThat(doubled).as("people with two open tips").isZero();
      assertThat(askers.failures()).isEmpty();
    }
  }

  /** How often somebody had two open tips; all else that must hold is required. */
  private int look(Cluster cluster) throws Exception {
    JsonNode standing = cluster.agreement();
    try (Connection database = cluster.storage().look()) {
      promises.lookAgain(database);
      assertThat(promises.broken()).as("acknowledged and lost").isEmpty();
      assertThat(promises.doubled()).as("there more than once").isEmpty();
      String words =
          "oO stopped at row %d with state %s"
              .formatted(standing.path("seq").asLong(), standing.path("stateHash").asText());
      assertThat(cluster.hosts()).extracting(ClusterHost::stop).containsOnly(words);
      requireLearned(cluster.rebuilt(), standing.path("stateHash").asText());
      return twoAtOnce(database);
    }
  }

  private void requireLearned(String rebuilt, String state) {
    assertThat(Trial.value(rebuilt, "state")).as("learned again").isEqualTo(state);
    requireCount(rebuilt, "reactions.recorded", promises.rows("reaction/"));
    requireCount(rebuilt, "decisions.decided", promises.rows("decided/"));
    requireCount(rebuilt, "decisions.learned", promises.learnable());
  }

  private static void requireCount(String rebuilt, String name, long rows) {
    assertThat(Trial.value(rebuilt, name)).as(name).isEqualTo("" + rows);
  }

  /** By the log: decisions while another one of the same person was open. */
  private static int twoAtOnce(Connection database) throws SQLException {
    Map<String, String> open = new HashMap<>();
    List<String> twice = new ArrayList<>();
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("select subject, identity from events_log order by seq")) {
      while (row.next()) {
        String[] identity = row.getString(2).split("/", 3);
        if (!identity[0].equals("decided")) {
          open.remove(row.getString(1), identity[1]);
        } else if (open.put(row.getString(1), identity[1]) != null) {
          twice.add(identity[1]);
        }
      }
    }
    return twice.size();
  }
}
