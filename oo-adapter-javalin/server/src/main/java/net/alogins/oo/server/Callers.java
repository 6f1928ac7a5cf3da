package net.alogins.oo.server;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * From where requests come. Behind a public https address all of them come from the proxy there,
 * and who sent them is what it has added to {@code X-Forwarded-For}: the last of it, since what
 * comes before was in the request already. Where it adds nothing, nobody knows.
 *
 * @param access under which address the server is found
 */
record Callers(Access access) {

  private static final String FORWARDED = "X-Forwarded-For";

  /** The address that {@code request} was sent from, if it is known. */
  Optional<String> address(Context request) {
    return isByProxy(request) ? forwarded(request) : Optional.of(request.ip());
  }

  private boolean isByProxy(Context request) {
    return access.isSecure()
        && access
            .publicUrl()
            .filter(url -> url.getAuthority().equalsIgnoreCase(request.header("Host")))
            .isPresent();
  }

  private static Optional<String> forwarded(Context request) {
    List<String> all = Collections.list(request.req().getHeaders(FORWARDED));
    String said = String.join(",", all);
    String last = said.substring(said.lastIndexOf(',') + 1).strip();
    return Optional.of(last).filter(address -> !address.isEmpty());
  }
}
