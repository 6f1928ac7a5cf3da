package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.alogins.oo.http.Act;
import net.alogins.oo.http.Witness;
import net.alogins.oo.http.testkit.Client;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class WitnessBeanTest {

  private static final List<Act> HEARD = new CopyOnWriteArrayList<>();

  @Configuration(proxyBeanMethods = false)
  static class Watched extends SpringHost.Application {

    @Bean
    Witness witness() {
      return HEARD::add;
    }
  }

  @Test
  void a_bean_hears_of_what_is_done() {
    try (SpringHost host = SpringHost.byHeader(Watched.class)) {
      Client ada =
          new Client(host.base(), (request, user) -> request.header(SpringHost.USER, user), "ada");
      ada.put("/v1/profile/consents", "{\"consents\":[\"llm\"]}");

      assertThat(HEARD).singleElement().extracting(Act::detail).isEqualTo("llm");
    }
  }
}
