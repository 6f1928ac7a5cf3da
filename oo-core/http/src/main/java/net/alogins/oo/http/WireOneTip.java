package net.alogins.oo.http;

import net.alogins.oo.event.Decided;
import net.alogins.oo.tip.PastTip;

/** A tip, what became of it, and how it was chosen, on the wire. */
record WireOneTip(WireTip tip, String outcome, Decision decision) {

  /** How a tip was chosen, as whom it was given to may know it. */
  record Decision(String policy, long seq, double propensity, int candidates) {

    static Decision of(Decided decided) {
      return new Decision(
          decided.by().policy(), decided.by().seq(), decided.propensity(), decided.slate().size());
    }
  }

  static WireOneTip of(PastTip past) {
    return new WireOneTip(
        WireTip.of(past.tip()), WireName.of(past.outcome()), Decision.of(past.decision().event()));
  }
}
