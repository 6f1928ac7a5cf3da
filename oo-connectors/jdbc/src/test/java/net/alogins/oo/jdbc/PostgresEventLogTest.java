package net.alogins.oo.jdbc;

import java.sql.SQLException;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.testkit.EventLogContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresEventLogTest extends EventLogContract {

  private PostgresOpened opened;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
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
