package net.alogins.oo.http;

import net.alogins.oo.id.ReactionId;
import net.alogins.oo.reaction.Receipt;

/** What became of a reaction, and under which id. */
record WireReceipt(String receipt, String id) {

  static WireReceipt of(Receipt receipt, ReactionId id) {
    return new WireReceipt(WireName.of(receipt), id.value());
  }
}
