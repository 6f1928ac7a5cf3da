package net.alogins.oo.policies.simulation;

/** What came of a tip, and what it is worth. */
public enum Outcome {
  DONE(1),
  SNOOZED(.1),
  DISMISSED(-.4),
  IGNORED(0);

  private final double reward;

  Outcome(double reward) {
    this.reward = reward;
  }

  /** Its reward. */
  public double reward() {
    return reward;
  }
}
