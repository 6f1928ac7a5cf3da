package net.alogins.oo.http;

import net.alogins.oo.id.UserId;

/** What an operation does with a call; it may throw a {@link Refusal}. */
interface Handler {

  Response answer(Call call);

  /** The same for one person. */
  interface Personal {

    Response answer(UserId user, Call call);

    /** A handler that refuses whoever is not known. */
    default Handler forKnownUsers() {
      return call -> answer(call.request().user().orElseThrow(Refusal::unknownUser), call);
    }
  }
}
