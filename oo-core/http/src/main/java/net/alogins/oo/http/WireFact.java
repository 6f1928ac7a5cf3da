package net.alogins.oo.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.TipEvent;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.tip.Decision;

/** A row of the log, on the wire, for whom it is about. */
sealed interface WireFact {

  /** A tip was decided. */
  record Chosen(
      String fact,
      long seq,
      Instant at,
      String tip,
      WireTip served,
      WireOneTip.Decision decision,
      List<WireDecision.Weighed> candidates,
      List<WireDecision.Removed> removed,
      List<WireDecision.Missing> missing)
      implements WireFact {}

  /** It was answered. */
  record Answered(
      String fact,
      long seq,
      Instant at,
      String tip,
      String id,
      String kind,
      Optional<Instant> until)
      implements WireFact {}

  /** An answer was taken back. */
  record TakenBack(String fact, long seq, Instant at, String tip, String id, String target)
      implements WireFact {}

  /** Other purposes were allowed. */
  record Allowed(String fact, long seq, Instant at, List<String> consents) implements WireFact {}

  /** Something else became of a tip. */
  record Passed(String fact, long seq, Instant at, String tip) implements WireFact {}

  static WireFact of(Recorded row) {
    Event event = row.event();
    if (event instanceof ConsentChanged changed) {
      List<String> consents = changed.allowed().stream().sorted().map(WireName::of).toList();
      return new Allowed("consented", row.seq(), event.at(), consents);
    }
    return ofTip(row.seq(), (TipEvent) event);
  }

  private static WireFact ofTip(long seq, TipEvent event) {
    String tip = event.tip().toString();
    if (event instanceof Decided decided) {
      return chosen(seq, tip, decided);
    } else if (event instanceof Reacted said) {
      String id = said.id().value();
      String kind = WireName.of(said.kind());
      return new Answered("reacted", seq, said.at(), tip, id, kind, said.until());
    } else if (event instanceof Retracted undo) {
      String target = undo.target().value();
      return new TakenBack("retracted", seq, undo.at(), tip, undo.id().value(), target);
    }
    return new Passed(name(event), seq, event.at(), tip);
  }

  private static WireFact chosen(long seq, String tip, Decided decided) {
    return new Chosen(
        "decided",
        seq,
        decided.at(),
        tip,
        WireTip.of(new Decision(decided).tip()),
        WireOneTip.Decision.of(decided),
        WireDecision.candidates(decided.slate()),
        WireDecision.removed(decided),
        WireDecision.missing(decided));
  }

  private static String name(TipEvent event) {
    return event instanceof WindowClosed
        ? "closed"
        : event instanceof Redriven ? "redriven" : "withdrawn";
  }
}
