package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.AuditAct;
import net.alogins.oo.identity.AuditChain;
import net.alogins.oo.identity.AuditLog;
import net.alogins.oo.identity.AuditLogContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteAuditLogTest extends AuditLogContract {

  private static final TenantId HOME = new TenantId("home");

  @TempDir private Path directory;
  private Path file;
  private SqliteStores kept;

  @BeforeEach
  void open() {
    file = directory.resolve("oo.db");
    kept = SqliteStores.open(file, HOME);
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Override
  protected AuditLog log() {
    return JdbcAuditLog.in(kept);
  }

  private void reopen(Path database, TenantId tenant) {
    kept.close();
    kept = SqliteStores.open(database, tenant);
  }

  private void addThree() {
    for (String about : new String[] {"one", "two", "three"}) {
      log().append(AuditAct.own(new UserId("ada"), "consent", about), Instant.EPOCH);
    }
  }

  private Optional<String> broken() {
    return new AuditChain(log()).broken(entry -> {});
  }

  @Test
  void entries_outlive_the_process_and_a_restore() {
    addThree();
    Path backup = directory.resolve("backup.db");
    SqliteStores.backup(file, backup);
    reopen(file, HOME);
    assertThat(log().end().seq()).isEqualTo(3);
    Path restored = directory.resolve("restored.db");
    SqliteStores.restore(backup, restored);
    reopen(restored, HOME);

    assertThat(log().end().seq()).isEqualTo(3);
    assertThat(broken()).isEmpty();
  }

  @Test
  void another_tenant_has_a_chain_of_its_own() {
    addThree();
    reopen(file, new TenantId("other"));

    assertThat(log().read(0, 10)).isEmpty();
    addThree();
    assertThat(log().end().seq()).isEqualTo(3);
    assertThat(broken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update identity_audit set at_millis = at_millis | 1 where seq = 2",
        "update identity_audit set actor = 'adb' where seq = 1",
        "update identity_audit set act = 'export' where seq = 3",
        "update identity_audit set whose = '' where seq = 2",
        "update identity_audit set about = 'twp' where seq = 2",
        "update identity_audit set hash = replace(hash, substr(hash, 5, 1), '!') where seq = 3",
        "update identity_audit set seq = 9 where seq = 3",
        "update identity_audit set tenant = 'homf' where seq = 2",
        "delete from identity_audit where seq = 1",
        "delete from identity_audit where seq = 2",
        "delete from identity_audit where seq = 3",
        "delete from identity_audit",
        "update identity_audit set about = case seq when 1 then 'two' else 'one' end where seq < 3",
        "update identity_audit_end set seq = 2",
        "update identity_audit_end set hash = 'x'",
        "delete from identity_audit_end"
      })
  void whatever_is_changed_behind_its_back_is_found(String change) throws SQLException {
    addThree();
    change(change);

    assertThat(broken()).isPresent();
  }

  @Test
  void entries_that_changed_places_are_found() throws SQLException {
    addThree();
    change("update identity_audit set seq = 7 where seq = 1");
    change("update identity_audit set seq = 1 where seq = 2");
    change("update identity_audit set seq = 2 where seq = 7");

    assertThat(broken()).contains("entry 1 must have the hash of what is in it");
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
