package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.alogins.oo.http.Limits;
import net.alogins.oo.http.Rate;
import net.alogins.oo.http.testkit.Client;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class LimitsTest {

  @Configuration(proxyBeanMethods = false)
  static class Limited extends SpringHost.Application {

    @Bean
    Limits limits() {
      Rate once = new Rate(1, Duration.ofDays(1));
      return new Limits(once, once, once, System::nanoTime);
    }
  }

  @Test
  void a_bean_limits_how_often_somebody_asks() {
    try (SpringHost host = SpringHost.byHeader(Limited.class)) {
      Client ada =
          new Client(host.base(), (request, user) -> request.header(SpringHost.USER, user), "ada");
      Client nobody = new Client(host.base(), (request, user) -> {}, "");

      assertThat(ada.get("/v1/profile").status()).isEqualTo(200);
      assertThat(ada.get("/v1/profile").status()).isEqualTo(429);
      assertThat(nobody.get("/v1/profile").status()).isEqualTo(401);
      assertThat(nobody.get("/v1/profile").status()).isEqualTo(429);
      assertThat(nobody.get("/health/live").status()).isEqualTo(200);
    }
  }
}
