package net.alogins.oo.spring;

import net.alogins.oo.Recommender;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Whether the recommender can be used, as a part of the application's health. */
@AutoConfiguration(after = OoAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(Recommender.class)
public class OoHealthAutoConfiguration {

  /** Made by Spring. */
  public OoHealthAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(name = "ooHealthIndicator")
  HealthIndicator ooHealthIndicator(Recommender recommender) {
    return () -> health(recommender.health());
  }

  private static Health health(net.alogins.oo.Health now) {
    Health.Builder health = now.isOpen() ? Health.up() : Health.down();
    return health
        .withDetail("volatile", now.isVolatile())
        .withDetail("lags", now.lags())
        .withDetail("stuck", now.stuck())
        .build();
  }
}
