package net.alogins.oo.spring;

import net.alogins.oo.Recommender;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The actuator endpoint, where the application exposes it. */
@AutoConfiguration(after = OoAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(Recommender.class)
public class OoEndpointAutoConfiguration {

  /** Made by Spring. */
  public OoEndpointAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnAvailableEndpoint
  OoEndpoint ooEndpoint(Recommender recommender) {
    return new OoEndpoint(recommender);
  }
}
