package net.alogins.oo.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.profile.Consents;

/** What a person has taught so far, read back from their rows of the log. */
final class Taught {

  private static final int PAGE = 256;

  private Taught() {}

  /** What {@code user} had taught before row {@code seq}, in the order it was learned. */
  static Map<TipId, First> before(
      EventLog log, UserId user, long seq, Rules rules, Consents unsaid) {
    Map<TipId, First> taught = new LinkedHashMap<>();
    Ledger ledger = Ledger.empty();
    List<Recorded> page = log.read(user, 0, PAGE);
    while (!page.isEmpty()) {
      for (Recorded row : page) {
        if (row.seq() >= seq) {
          return taught;
        }
        Ledger.Step step = ledger.apply(row, rules, unsaid);
        step.experience().ifPresent(e -> apply(taught, row.event().about().orElseThrow(), e));
        ledger = step.next();
      }
      page = log.read(user, ledger.seq(), PAGE);
    }
    return taught;
  }

  /** A correction keeps its place; one without a reward leaves it. */
  static void apply(Map<TipId, First> taught, TipId tip, Experience experience) {
    if (experience instanceof First first) {
      taught.put(tip, first);
    } else if (experience instanceof Corrected corrected && corrected.now().isPresent()) {
      taught.put(tip, new First(corrected.occasion(), corrected.now().get()));
    } else {
      taught.remove(tip);
    }
  }
}
