package net.alogins.oo.internal;

import net.alogins.oo.id.UserId;

/** The own states of people while a batch is being learned. */
interface Owns {

  Object get(UserId user);

  void put(UserId user, Object own);
}
