package net.alogins.oo.internal;

import java.util.Map;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Experience.First;

/** The own states of people while a batch is being learned. */
interface Owns {

  Object get(UserId user);

  void put(UserId user, Object own);

  /** What {@code user} had taught before row {@code seq}, in the order it was learned. */
  Map<TipId, First> taughtBefore(UserId user, long seq);
}
