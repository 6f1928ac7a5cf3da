package net.alogins.oo.simulator;

import net.alogins.oo.policy.StateStore;
import net.alogins.oo.testkit.StateStoreContract;

class SimulatedStatesTest extends StateStoreContract {

  private final Faults faults = new Faults();
  private final Power power = new Power(faults);
  private final Disk disk = new Disk();

  private StateStore open() {
    Journal journal = Journal.honest(disk, power, faults);
    return new SimulatedStates(journal, Flaw.NONE);
  }

  @Override
  protected StateStore states() {
    return open();
  }

  @Override
  protected StateStore reopened(StateStore states) {
    return open();
  }
}
