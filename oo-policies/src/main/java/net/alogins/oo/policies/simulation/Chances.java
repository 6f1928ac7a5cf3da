package net.alogins.oo.policies.simulation;

/** How likely each reaction to a tip is: a multinomial logit of its utility. */
record Chances(double done, double snoozed, double dismissed) {

  static Chances of(double utility) {
    double done = Math.exp(utility);
    double snoozed = Math.exp(-.9 - .2 * utility);
    double dismissed = Math.exp(-1.1 - .6 * utility);
    double all = 1 + done + snoozed + dismissed;
    return new Chances(done / all, snoozed / all, dismissed / all);
  }

  /** The expected reward. */
  double value() {
    return done + Outcome.SNOOZED.reward() * snoozed + Outcome.DISMISSED.reward() * dismissed;
  }

  /** The outcome that {@code draw}, evenly from 0 to 1, stands for. */
  Outcome outcome(double draw) {
    if (draw < done) {
      return Outcome.DONE;
    }
    if (draw < done + snoozed) {
      return Outcome.SNOOZED;
    }
    return draw < done + snoozed + dismissed ? Outcome.DISMISSED : Outcome.IGNORED;
  }
}
