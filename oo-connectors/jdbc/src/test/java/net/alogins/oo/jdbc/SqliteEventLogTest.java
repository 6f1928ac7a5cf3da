package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.testkit.EventLogContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventLogTest extends EventLogContract {

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
  protected EventLog log() {
    return opened.stores().log();
  }

  @Override
  protected EventLog reopened(EventLog log) {
    return opened.again().log();
  }
}
