package net.alogins.oo.simulator;

import net.alogins.oo.profile.ProfileStore;
import net.alogins.oo.testkit.ProfileStoreContract;

class SimulatedProfilesTest extends ProfileStoreContract {

  private final Faults faults = new Faults();
  private final Power power = new Power(faults);
  private final Disk disk = new Disk();

  private ProfileStore open() {
    Journal journal = Journal.honest(disk, power, faults);
    return new SimulatedProfiles(journal);
  }

  @Override
  protected ProfileStore store() {
    return open();
  }

  @Override
  protected ProfileStore reopened(ProfileStore store) {
    return open();
  }
}
