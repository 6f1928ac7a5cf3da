package net.alogins.oo.http;

import java.util.List;
import java.util.Optional;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.PastTip;

/** A page of past tips on the wire. */
record WirePage(List<Past> tips, Optional<String> next) {

  /** A tip and what became of it. */
  record Past(WireTip tip, String outcome) {

    static Past of(PastTip past) {
      return new Past(WireTip.of(past.tip()), WireName.of(past.outcome()));
    }
  }

  static WirePage of(Page page) {
    Optional<String> cursor = page.next().map(next -> Cursor.encode(next.before()));
    return new WirePage(page.tips().stream().map(Past::of).toList(), cursor);
  }
}
