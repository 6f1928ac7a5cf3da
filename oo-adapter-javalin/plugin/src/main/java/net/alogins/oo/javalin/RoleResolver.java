package net.alogins.oo.javalin;

import io.javalin.http.Context;
import net.alogins.oo.http.Role;

/**
 * What the sender of a request may do beyond what is their own, as the host knows it.
 *
 * <p>Called from any thread, once for each request that needs a role, after the {@link
 * UserResolver} and before the body is read. An exception is the host's own, and nothing is served.
 */
@FunctionalInterface
public interface RoleResolver {

  /** The role; with {@link Role#NONE} the answer is a 403 problem. */
  Role role(Context context);
}
