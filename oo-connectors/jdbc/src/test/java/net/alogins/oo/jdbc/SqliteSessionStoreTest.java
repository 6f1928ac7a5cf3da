package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.SessionStore;
import net.alogins.oo.identity.SessionStoreContract;
import net.alogins.oo.identity.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest extends SessionStoreContract {

  private static final TenantId HOME = new TenantId("home");
  private static final UserId ADA = new UserId("ada");

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
  protected SessionStore store() {
    return JdbcSessionStore.in(kept);
  }

  private static Sessions sessions(SqliteStores stores) {
    return new Sessions(JdbcSessionStore.in(stores), Clock.systemUTC());
  }

  private void reopen(Path database, TenantId tenant) {
    kept.close();
    kept = SqliteStores.open(database, tenant);
  }

  @Test
  void a_session_and_its_end_outlive_the_process() {
    String desk = sessions(kept).begin(ADA);
    String phone = sessions(kept).begin(ADA);
    sessions(kept).end(phone);
    reopen(file, HOME);

    assertThat(sessions(kept).user(desk)).contains(ADA);
    assertThat(sessions(kept).user(phone)).isEmpty();
  }

  @Test
  void another_tenant_has_none_of_them() {
    String id = sessions(kept).begin(ADA);
    reopen(file, new TenantId("other"));

    assertThat(sessions(kept).user(id)).isEmpty();
    sessions(kept).endAll(ADA);
    reopen(file, HOME);
    assertThat(sessions(kept).user(id)).contains(ADA);
  }

  @Test
  void a_backup_signs_nobody_in() {
    String id = sessions(kept).begin(ADA);
    Path backup = directory.resolve("backup.db");
    SqliteStores.backup(file, backup);
    assertThat(sessions(kept).user(id)).contains(ADA);
    Path restored = directory.resolve("restored.db");
    SqliteStores.restore(backup, restored);
    reopen(restored, HOME);

    assertThat(sessions(kept).user(id)).isEmpty();
  }
}
