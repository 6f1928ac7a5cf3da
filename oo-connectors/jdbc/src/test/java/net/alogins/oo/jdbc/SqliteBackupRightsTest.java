package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import net.alogins.oo.id.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what was backed up and restored. */
class SqliteBackupRightsTest {

  @TempDir private Path directory;
  private Path file;
  private Path backup;
  private Path restored;

  @BeforeEach
  void begin() {
    file = directory.resolve("oo.db");
    backup = directory.resolve("backup.db");
    restored = directory.resolve("restored.db");
    SqliteStores.open(file, new TenantId("home")).close();
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void only_the_owner_may_read_a_backup_and_nothing_else_is_left() throws Exception {
    SqliteStores.backup(file, backup);
    SqliteStores.restore(backup, restored);

    assertThat(names())
        .containsExactly("backup.db", "oo.db", "oo.db.lock", "restored.db", "restored.db.lock");
    assertThat(permissions(backup)).isEqualTo("rw-------");
    assertThat(permissions(restored)).isEqualTo("rw-------");
  }

  @Test
  void only_the_owner_may_read_what_is_restored_whoever_may_read_the_backup() throws Exception {
    SqliteStores.backup(file, backup);
    Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rw-r--r--"));

    SqliteStores.restore(backup, restored);

    assertThat(permissions(restored)).isEqualTo("rw-------");
    assertThat(permissions(backup)).isEqualTo("rw-r--r--");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
