package net.alogins.oo.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import net.alogins.oo.http.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * The largest role whose authority Spring Security has for who is logged in: {@code OO_VIEWER},
 * {@code OO_OPERATOR} or {@code OO_ADMIN}.
 */
final class Authorities implements RoleResolver {

  @Override
  public Role role(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication known
        ? largest(AuthorityUtils.authorityListToSet(known.getAuthorities()))
        : Role.NONE;
  }

  private static Role largest(Set<String> authorities) {
    return Arrays.stream(Role.values())
        .filter(role -> authorities.contains("OO_" + role))
        .reduce(Role.NONE, (smaller, larger) -> larger);
  }
}
