package net.alogins.oo.simulator;

import net.alogins.oo.testkit.TipScoresContract;
import net.alogins.oo.tip.TipScores;

class SimulatedScoresTest extends TipScoresContract {

  private final Faults faults = new Faults();
  private final Power power = new Power(faults);
  private final Disk disk = new Disk();
  private final SimulatedScores.Acts acts = new SimulatedScores.Acts();

  private TipScores open() {
    Journal journal = Journal.honest(disk, power, faults);
    return new SimulatedScores(journal, acts);
  }

  @Override
  protected TipScores scores() {
    return open();
  }

  @Override
  protected TipScores reopened(TipScores scores) {
    return open();
  }
}
