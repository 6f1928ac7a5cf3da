package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.profile.ProfileStore;
import net.alogins.oo.testkit.ProfileStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteProfileStoreTest extends ProfileStoreContract {

  @TempDir private Path directory;
  private Opened opened;

  @BeforeEach
  void open() {
    opened = new Opened(directory);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected ProfileStore store() {
    return opened.stores().profiles();
  }
}
