package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.policy.StateStore;
import net.alogins.oo.testkit.StateStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStateStoreTest extends StateStoreContract {

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
  protected StateStore states() {
    return opened.stores().states();
  }

  @Override
  protected StateStore reopened(StateStore states) {
    return opened.again().states();
  }
}
