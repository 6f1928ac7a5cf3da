package net.alogins.oo.spring;

import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Applications that have all of ours on their class path. */
final class Runners {

  private static final AutoConfigurations ALL =
      AutoConfigurations.of(
          OoStoreAutoConfiguration.class,
          OoAutoConfiguration.class,
          OoWebAutoConfiguration.class,
          OoEndpointAutoConfiguration.class,
          OoHealthAutoConfiguration.class,
          OoMetricsAutoConfiguration.class);

  private Runners() {}

  @Configuration(proxyBeanMethods = false)
  static class Chores {

    @Bean
    @Order(2)
    CandidateSource chores() {
      return CandidateSource.immediate(
          context -> List.of(Candidate.of("chores", "1", "Water the plants")));
    }
  }

  /** One without a source. */
  static ApplicationContextRunner bare() {
    return new ApplicationContextRunner().withConfiguration(ALL);
  }

  /** One with chores. */
  static ApplicationContextRunner application() {
    return bare().withUserConfiguration(Chores.class);
  }

  /** The same in a servlet container. */
  static WebApplicationContextRunner web() {
    return new WebApplicationContextRunner()
        .withConfiguration(ALL)
        .withUserConfiguration(Chores.class);
  }
}
