package net.alogins.oo.internal;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.UserId;

/** Tips that are taken back before anybody answered; whoever calls it has the person's turn. */
record Withdrawing(Outlook outlook) {

  /** Takes {@code decided} back, unless it was answered meanwhile. */
  boolean open(Decided decided, Instant now) {
    Ledger latest = outlook.view(decided.user()).person().ledger();
    boolean isOpen = latest.of(decided.tip()).filter(joined -> joined.isOpen(now)).isPresent();
    if (isOpen) {
      outlook.log().append(List.of(new Withdrawn(decided.user(), now, decided.tip())));
    }
    return isOpen;
  }

  /**
   * An undo opens its tip again; the one that was decided in its place was never wanted: whether
   * there was one.
   */
  boolean superseded(UserId user, Instant now) {
    List<Withdrawn> superseded =
        outlook.view(user).person().ledger().superseded(now).stream()
            .map(joined -> new Withdrawn(user, now, joined.decided().tip()))
            .toList();
    if (!superseded.isEmpty()) {
      outlook.log().append(superseded);
    }
    return !superseded.isEmpty();
  }
}
