package net.alogins.oo.http;

import net.alogins.oo.id.UserId;

/** What an operation does with a request; it may throw a {@link Refusal}. */
interface Handler {

  Response answer(Request request);

  /** The same for one person. */
  interface Personal {

    Response answer(UserId user, Request request);

    /** A handler that refuses whoever is not known. */
    default Handler forKnownUsers() {
      return request -> answer(request.user().orElseThrow(Refusal::unknownUser), request);
    }
  }
}
