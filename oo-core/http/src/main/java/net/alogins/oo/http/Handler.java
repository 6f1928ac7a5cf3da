package net.alogins.oo.http;

import net.alogins.oo.id.UserId;

/** What an operation does with a call; it may throw a {@link Refusal}. */
interface Handler {

  Response answer(Call call);

  /** The same, and whoever may not what {@code least} is needed for is refused. */
  default Handler forRole(Role least) {
    return call -> {
      call.require(least);
      return answer(call);
    };
  }

  /** The same for one person. */
  interface Personal {

    Response answer(UserId user, Call call);

    /** A handler that refuses whoever is not known. */
    default Handler forKnownUsers() {
      return call -> answer(call.caller(), call);
    }
  }
}
