package net.alogins.oo.http;

import net.alogins.oo.tip.Advice;
import net.alogins.oo.tip.Advice.Served;
import net.alogins.oo.tip.Advice.Silent;

/** A tip, or the reason why there is none, on the wire. */
final class WireAdvice {

  private WireAdvice() {}

  static String of(Advice advice) {
    Written out = new Written();
    if (advice instanceof Served served) {
      return WireTip.of(served.served()).written(out.raw("{\"tip\":")).raw("}").json();
    }
    String reason = WireName.of(((Silent) advice).reason());
    return out.raw("{\"silence\":{\"reason\":").text(reason).raw("}}").json();
  }
}
