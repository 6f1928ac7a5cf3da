package net.alogins.oo.javalin;

import io.javalin.http.Context;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Who sends a request, as the host knows them: from its session, a token, or however it tells
 * people apart.
 *
 * <p>Called from any thread, once for each request that is about one person, before its body is
 * read. An exception is the host's own: it goes to the host's exception handlers, and nothing is
 * served.
 */
@FunctionalInterface
public interface UserResolver {

  /** The user, or empty when there is none: the answer is then a 401 problem. */
  Optional<UserId> user(Context context);
}
