package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import net.alogins.oo.http.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;

class RolesTest {

  private static final String SECURITY = "org.springframework.security";

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void the_largest_authority_is_the_role() {
    assertThat(of("OO_VIEWER")).isEqualTo(Role.VIEWER);
    assertThat(of("OO_ADMIN", "OO_VIEWER")).isEqualTo(Role.ADMIN);
    assertThat(of("OO_OPERATOR", "OO_VIEWER", "other")).isEqualTo(Role.OPERATOR);
  }

  @Test
  void other_authorities_are_no_role() {
    assertThat(of()).isEqualTo(Role.NONE);
    assertThat(of("ADMIN", "ROLE_OO_ADMIN", "oo_admin", "OO_NOBODY")).isEqualTo(Role.NONE);
  }

  @Test
  void whoever_is_not_logged_in_by_spring_security_has_none() {
    assertThat(new Authorities().role(request)).isEqualTo(Role.NONE);
    request.setUserPrincipal(() -> "OO_ADMIN");
    assertThat(new Authorities().role(request)).isEqualTo(Role.NONE);
  }

  @Test
  void without_spring_security_nobody_has_one() {
    WebApplicationContextRunner bare =
        Runners.web().withClassLoader(new FilteredClassLoader(SECURITY));

    bare.run(
        context ->
            assertThat(context.getBean(RoleResolver.class).role(request)).isEqualTo(Role.NONE));
    bare.run(context -> assertThat(context).doesNotHaveBean(Authorities.class));
    Runners.web().run(context -> assertThat(context).hasSingleBean(Authorities.class));
  }

  @Test
  void a_resolver_of_the_applications_own_is_asked_instead() {
    Runners.web()
        .withBean(RoleResolver.class, () -> any -> Role.VIEWER)
        .run(
            context ->
                assertThat(context.getBean(RoleResolver.class).role(request))
                    .isEqualTo(Role.VIEWER));
  }

  private Role of(String... authorities) {
    request.setUserPrincipal(new TestingAuthenticationToken("ada", "engine", authorities));
    return new Authorities().role(request);
  }
}
