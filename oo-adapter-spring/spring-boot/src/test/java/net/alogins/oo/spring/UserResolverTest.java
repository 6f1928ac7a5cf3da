package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class UserResolverTest {

  @Test
  void whoever_is_logged_in_is_the_user() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setUserPrincipal(() -> "ada");

    assertThat(UserResolver.ofPrincipal().user(request)).contains(new UserId("ada"));
  }

  @Test
  void without_a_login_there_is_none() {
    assertThat(UserResolver.ofPrincipal().user(new MockHttpServletRequest())).isEmpty();
  }
}
