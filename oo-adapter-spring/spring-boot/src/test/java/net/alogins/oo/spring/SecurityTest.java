package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.http.testkit.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Whom Spring Security let in is who asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityTest {

  private SpringHost host;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    CandidateSource tasks() {
      return CandidateSource.immediate(
          context -> List.of(Candidate.of("house", "1", "Water the plants")));
    }

    /** Programs log in with each request, so that no page can send one in their name. */
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(
              ask ->
                  ask.requestMatchers("/health/**", "/openapi.yaml")
                      .permitAll()
                      .anyRequest()
                      .authenticated())
          .httpBasic(Customizer.withDefaults())
          .csrf(forged -> forged.ignoringRequestMatchers("/v1/**"))
          .build();
    }

    @Bean
    UserDetailsService people() {
      return new InMemoryUserDetailsManager(
          User.withUsername("ada").password("{noop}engine").build(),
          User.withUsername("bob").password("{noop}builder").build(),
          User.withUsername("vera").password("{noop}glass").authorities("OO_VIEWER").build(),
          User.withUsername("olga")
              .password("{noop}crane")
              .authorities("OO_VIEWER", "OO_OPERATOR", "ROLE_USER")
              .build());
    }
  }

  @BeforeAll
  void start() {
    host = SpringHost.of(Application.class);
  }

  @AfterAll
  void stop() {
    host.close();
  }

  private Client login(String name, String password) {
    String basic =
        Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    return new Client(
        host.base(), (request, user) -> request.header("Authorization", "Basic " + basic), name);
  }

  @Test
  void each_has_their_own_tip() {
    Client ada = login("ada", "engine");
    Client bob = login("bob", "builder");
    String adas = ada.post("/v1/tips", "{}").tip();
    String done = "{\"tip\":\"" + adas + "\",\"kind\":\"done\"}";

    assertThat(bob.get("/v1/tips").json().get("tips")).isEmpty();
    assertThat(bob.post("/v1/feedback", done).status()).isEqualTo(404);
    assertThat(ada.post("/v1/feedback", done).status()).isEqualTo(200);
  }

  @Test
  void what_people_may_is_in_their_authorities() {
    Client ada = login("ada", "engine");
    Client vera = login("vera", "glass");
    Client olga = login("olga", "crane");

    assertThat(ada.get("/v1/admin/policy").status()).isEqualTo(403);
    assertThat(vera.get("/v1/admin/policy").status()).isEqualTo(200);
    assertThat(vera.post("/v1/admin/rebuild", "{}").status()).isEqualTo(403);
    assertThat(olga.post("/v1/admin/rebuild", "{}").status()).isEqualTo(200);
  }

  @Test
  void health_is_for_everybody() {
    assertThat(new Client(host.base(), (request, user) -> {}, "").get("/health/live").status())
        .isEqualTo(200);
  }
}
