package net.alogins.oo.simulator;

import net.alogins.oo.event.EventLog;
import net.alogins.oo.testkit.EventLogContract;

class SimulatedLogTest extends EventLogContract {

  private final Faults faults = new Faults();
  private final Power power = new Power(faults);
  private final Disk disk = new Disk();

  private EventLog open() {
    Journal journal = Journal.honest(disk, power, faults);
    return new SimulatedLog(journal, Flaw.NONE);
  }

  @Override
  protected EventLog log() {
    return open();
  }

  @Override
  protected EventLog reopened(EventLog log) {
    return open();
  }
}
