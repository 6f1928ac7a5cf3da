package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.Opened.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged log reads as it was written, or not at all. {@code -Doo.damage.flips=…} for more. */
class DamageTest {

  private static final int FLIPS = Integer.getInteger("oo.damage.flips", 200);
  private static final List<UserId> PEOPLE = List.of(new UserId("ada"), new UserId("bob"));
  private static final int ALL = 10_000;

  @TempDir private Path directory;
  private Path file;
  private List<List<Recorded>> truth = List.of();

  @BeforeEach
  void write() throws SQLException {
    file = directory.resolve("oo.db");
    try (SqliteStores stores = SqliteStores.open(file, HOME)) {
      EventLog log = stores.stores().log();
      for (int i = 0; i < 6; i++) {
        for (UserId user : PEOPLE) {
          List<Event> all = SampleEvents.oneOfEach(user, new TipId(i, i));
          log.append(all.subList(i == 0 ? 0 : 1, all.size()));
        }
      }
      log.trim(3);
      truth = everything(log);
    }
    assertThat(Files.exists(directory.resolve("oo.db-wal"))).as("all is in the file").isFalse();
  }

  /** What the log answers to whatever can be asked. */
  private static List<List<Recorded>> everything(EventLog log) {
    List<List<Recorded>> all = new ArrayList<>();
    all.add(log.read(0, ALL));
    all.add(log.read(log.trimmed(), 7));
    for (UserId user : PEOPLE) {
      all.add(log.read(user, 0, ALL));
      all.add(log.decisions(user, Long.MAX_VALUE, ALL));
      for (int i = 0; i < 6; i++) {
        all.add(log.about(user, new TipId(i, i)));
      }
    }
    return all;
  }

  private void sql(Path database, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement sql = connection.createStatement()) {
      assertThat(sql.executeUpdate(statement)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenant = 'hame'",
        "subject = 'adb'",
        "subject = 'ada'",
        "identity = identity || 'x'",
        "tip = '00000000000000010000000000000001'",
        "tip = null",
        "is_decision = 1 - is_decision",
        "body = substr(body, 1, 10) || x'55' || substr(body, 12)",
        "body = (select body from events_log where seq = 18)",
        "mark = mark + 1",
        "mark = mark + 4294967296",
      })
  void a_row_with_another_column_is_refused(String change) throws SQLException {
    sql(file, "update events_log set " + change + " where seq = 12");

    assertThatThrownBy(this::readAll)
        .isInstanceOf(CorruptEventException.class)
        .hasMessageContaining("row 12 ");
  }

  private List<List<Recorded>> readAll() {
    try (SqliteStores stores = SqliteStores.open(file, HOME)) {
      return everything(stores.stores().log());
    }
  }

  @Test
  void a_row_with_another_number_is_refused() throws SQLException {
    sql(file, "update events_log set seq = 1000 where seq = 12");

    assertThatThrownBy(this::readAll).isInstanceOf(CorruptEventException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 12, 97})
  void a_log_without_one_row_is_refused(int seq) throws SQLException {
    sql(file, "delete from events_log where seq = " + seq);

    assertThatThrownBy(this::readAll).isInstanceOf(CorruptEventException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"last = last - 1", "last = last + 1", "trimmed = 2", "trimmed = 4"})
  void a_log_with_other_ends_is_refused(String change) throws SQLException {
    sql(file, "update events_sequence set " + change);

    assertThatThrownBy(this::readAll).isInstanceOf(CorruptEventException.class);
  }

  @Test
  void a_row_of_the_first_version_has_no_mark_and_is_read() throws SQLException {
    sql(file, "update events_log set mark = null");

    assertThat(readAll()).isEqualTo(truth);
  }

  @Test
  void a_flipped_bit_anywhere_in_the_file_is_harmless_or_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(Long.getLong("oo.damage.seed", 20_261_125));
    int refused = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      int at = random.nextInt(bytes.length * 8);
      bytes[at / 8] ^= (byte) (1 << at % 8);
      refused += isRefused(bytes, at) ? 1 : 0;
      bytes[at / 8] ^= (byte) (1 << at % 8);
    }
    assertThat(refused).as("flips that matter").isGreaterThan(FLIPS / 20);
  }

  private boolean isRefused(byte[] bytes, int at) throws IOException {
    Path copy = Files.createTempDirectory(directory, "flipped").resolve("oo.db");
    Files.write(copy, bytes);
    try (SqliteStores stores = SqliteStores.open(copy, HOME)) {
      assertThat(everything(stores.stores().log())).as("with bit %d flipped", at).isEqualTo(truth);
      return false;
    } catch (CorruptEventException named) {
      return true;
    } catch (StoreException named) {
      assertThat(named).hasMessageContaining(copy.toString());
      return true;
    } catch (RuntimeException other) {
      return fail("with bit " + at + " flipped", other);
    }
  }
}
