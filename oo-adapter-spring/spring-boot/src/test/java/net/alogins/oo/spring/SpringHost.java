package net.alogins.oo.spring;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Spring Boot application on a free port, which knows people by a header. */
final class SpringHost implements AutoCloseable {

  static final String USER = "Test-User";

  /** Spring Security protects whatever it finds; this application knows people by a header. */
  private static final List<String> NOT_ITS_OWN =
      Stream.of(
              "SecurityAutoConfiguration",
              "UserDetailsServiceAutoConfiguration",
              "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
              "web.servlet.SecurityFilterAutoConfiguration",
              "web.servlet.ServletWebSecurityAutoConfiguration")
          .map(name -> "org.springframework.boot.security.autoconfigure." + name)
          .toList();

  private final ConfigurableApplicationContext context;

  SpringHost() {
    SpringApplication application = new SpringApplication(Application.class);
    application.setRegisterShutdownHook(false);
    context =
        application.run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.main.banner-mode=off",
            "--spring.autoconfigure.exclude=" + String.join(",", NOT_ITS_OWN));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    CandidateSource tasks() {
      return CandidateSource.immediate(
          context ->
              List.of(
                  Candidate.of("house", "1", "Water the plants").minutes(5),
                  Candidate.of("house", "2", "Répondre à « Ada »"),
                  Candidate.of("house", "3", "Sort the books")));
    }

    @Bean
    UserResolver users() {
      return request -> Optional.ofNullable(request.getHeader(USER)).map(UserId::new);
    }
  }

  URI base() {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
  }
}
