package net.alogins.oo.http;

import net.alogins.oo.tip.Advice;
import net.alogins.oo.tip.Advice.Served;
import net.alogins.oo.tip.Advice.Silent;

/** A tip, or the reason why there is none. */
sealed interface WireAdvice {

  static WireAdvice of(Advice advice) {
    if (advice instanceof Served served) {
      return new WithTip(WireTip.of(served.served()));
    }
    return new WithSilence(new Reason(WireName.of(((Silent) advice).reason())));
  }

  /** There is a tip. */
  record WithTip(WireTip tip) implements WireAdvice {}

  /** There is none. */
  record WithSilence(Reason silence) implements WireAdvice {}

  /** Why there is none. */
  record Reason(String reason) {}
}
