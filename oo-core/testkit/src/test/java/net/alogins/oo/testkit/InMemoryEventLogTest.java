package net.alogins.oo.testkit;

import net.alogins.oo.event.EventLog;
import net.alogins.oo.memory.InMemoryEventLog;

class InMemoryEventLogTest extends EventLogContract {

  @Override
  protected EventLog log() {
    return new InMemoryEventLog();
  }
}
