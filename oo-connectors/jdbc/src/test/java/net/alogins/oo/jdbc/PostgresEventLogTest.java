package net.alogins.oo.jdbc;

import net.alogins.oo.event.EventLog;
import net.alogins.oo.testkit.EventLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventLogTest extends EventLogContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected EventLog log() {
    return opened.stores().log();
  }

  @Override
  protected EventLog reopened(EventLog log) {
    return opened.again().log();
  }
}
