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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.alogins.oo.habits.Recount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariants I1, I4 and I5 with several hosts on one PostgreSQL and one NATS, any of which may die
 * or stand still at any moment. {@code ./oo chaos cluster} runs it.
 */
class ClusterTest {

  private static final int HOSTS = 3;
  private static final int PEOPLE = 60;
  private static final Duration LENGTH = Duration.ofMinutes(Long.getLong("oo.minutes", 1));
  private static final long SEED = Long.getLong("oo.seed", new Random().nextLong());

  private static final int DECISIONS = 50;
  private static final long MOST_NEWS = 2_000;
  private static final Duration DEADLINE = ServerModule.PATIENCE.plusMillis(50);

  private final Promises promises = new Promises();
  private final Troubles database = new Troubles();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void whatever_befalls_hosts_and_database_each_answer_is_learned_once_by_all() throws Exception {
    try (Cluster cluster = new Cluster(directory, HOSTS);
        ClusterFaults faults = new ClusterFaults(cluster, database, SEED);
        Subscriber live = Subscriber.at(cluster.nats().url(), "live");
        ClusterAskers askers = new ClusterAskers(cluster, PEOPLE, database, promises)) {
      int doubled = -1;
      long news = -1;
      try {
        news = new News(cluster).median().toMillis();
        askers.begin(SEED);
        faults.befall(LENGTH);
        askers.end();
        doubled = look(cluster, live);
      } finally {
        System.out.printf(
            "chaos cluster: %d hosts on PostgreSQL and NATS, %s; %s, %d acknowledged, %d lost,"
                + " %d times two tips at once, %s heard, news after %d ms (seed %d)%n",
            HOSTS,
            faults.verdict(),
            askers.verdict(),
            promises.count(),
            promises.lost(),
            doubled,
            live.verdict(),
            news,
            SEED);
      }
      assertThat(doubled).as("people with two open tips").isZero();
      assertThat(askers.failures()).isEmpty();
      assertThat(askers.slowestRefusal()).as("until it was refused").isLessThan(DEADLINE);
      assertThat(news).as("milliseconds until others reflect an answer").isLessThan(MOST_NEWS);
    }
  }

  /** How often somebody had two open tips; all else that must hold is required. */
  private int look(Cluster cluster, Subscriber live) throws Exception {
    JsonNode standing = cluster.agreement();
    Sightings stream = Heard.of(cluster.nats().url(), standing.path("seq").asLong());
    try (Connection database = cluster.storage().look()) {
      promises.lookAgain(database);
      assertThat(promises.broken()).as("acknowledged and lost").isEmpty();
      assertThat(promises.doubled()).as("there more than once").isEmpty();
      Set<Long> rows = rows(database);
      requireHeard(stream, rows);
      requireHeard(live.of(rows.size()), rows);
      String words =
          "oO stopped at row %d with state %s"
              .formatted(standing.path("seq").asLong(), standing.path("stateHash").asText());
      assertThat(cluster.hosts()).extracting(ClusterHost::stop).containsOnly(words);
      requireLearned(cluster.rebuilt(), standing.path("stateHash").asText());
      requireCounted(cluster);
      return twoAtOnce(database);
    }
  }

  private static void requireHeard(Sightings heard, Set<Long> rows) {
    assertThat(heard.rows()).as("heard by a consumer").isEqualTo(rows);
    assertThat(heard.disorders()).as("heard out of order").isEmpty();
  }

  /** What decisions were made by of habits comes out of the log again. */
  private static void requireCounted(Cluster cluster) {
    List<Recount> again = Recounts.of(cluster.database(), DECISIONS);
    assertThat(again).extracting(Recount::difference).containsOnly(Optional.empty());
    assertThat(again).extracting(Recount::isAbsent).as("some were known").contains(false);
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

  private static Set<Long> rows(Connection database) throws SQLException {
    Set<Long> rows = new HashSet<>();
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("select seq from events_log")) {
      while (row.next()) {
        rows.add(row.getLong(1));
      }
    }
    return rows;
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
