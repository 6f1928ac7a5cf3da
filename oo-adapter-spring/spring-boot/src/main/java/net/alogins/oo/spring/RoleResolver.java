package net.alogins.oo.spring;

import jakarta.servlet.http.HttpServletRequest;
import net.alogins.oo.http.Role;

/**
 * What the sender of a request may do beyond what is their own, as the application knows it.
 *
 * <p>Called from any thread, once for each request that needs a role, after the {@link
 * UserResolver} and before the body is read. An exception is the application's own, and nothing is
 * served.
 */
@FunctionalInterface
public interface RoleResolver {

  /** The role; with {@link Role#NONE} the answer is a 403 problem. */
  Role role(HttpServletRequest request);
}
