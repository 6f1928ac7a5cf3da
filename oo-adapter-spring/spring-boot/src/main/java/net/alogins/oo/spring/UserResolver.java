package net.alogins.oo.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Who sends a request, as the application knows them.
 *
 * <p>Called from any thread, once for each request that is about one person, before its body is
 * read. An exception is the application's own, and nothing is served.
 */
@FunctionalInterface
public interface UserResolver {

  /** The user, or empty when there is none: the answer is then a 401 problem. */
  Optional<UserId> user(HttpServletRequest request);

  /** Who is logged in, by the name that Spring Security or the container has for them. */
  static UserResolver ofPrincipal() {
    return request ->
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).map(UserId::new);
  }
}
