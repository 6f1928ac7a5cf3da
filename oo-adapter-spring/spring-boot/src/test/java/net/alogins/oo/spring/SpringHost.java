package net.alogins.oo.spring;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.http.Role;
import net.alogins.oo.http.testkit.HttpContract;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Spring Boot application on a free port. */
final class SpringHost implements AutoCloseable {

  static final String USER = "Authorization";

  /** Spring Security protects whatever it finds. */
  private static final List<String> SECURITY =
      Stream.of(
              "SecurityAutoConfiguration",
              "UserDetailsServiceAutoConfiguration",
              "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
              "web.servlet.SecurityFilterAutoConfiguration",
              "web.servlet.ServletWebSecurityAutoConfiguration")
          .map(name -> "org.springframework.boot.security.autoconfigure." + name)
          .toList();

  private final ConfigurableApplicationContext context;

  private SpringHost(Class<?> type, String... more) {
    SpringApplication application = new SpringApplication(type);
    application.setRegisterShutdownHook(false);
    context =
        application.run(
            Stream.concat(
                    Stream.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off"),
                    Stream.of(more))
                .toArray(String[]::new));
  }

  /** One that knows people by a header. */
  static SpringHost byHeader() {
    return byHeader(Application.class);
  }

  /** The same, of another {@code type}. */
  static SpringHost byHeader(Class<? extends Application> type) {
    return new SpringHost(type, "--spring.autoconfigure.exclude=" + String.join(",", SECURITY));
  }

  /** The application {@code type}, with all that is on the class path. */
  static SpringHost of(Class<?> type) {
    return new SpringHost(type);
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
    Connections connections() {
      return ScriptedSystem.connections();
    }

    @Bean
    UserResolver users() {
      return request -> Optional.ofNullable(request.getHeader(USER)).map(UserId::new);
    }

    @Bean
    RoleResolver roles() {
      return request -> Role.valueOf(HttpContract.roleOf(String.valueOf(request.getHeader(USER))));
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
