package net.alogins.oo.spring;

import io.micrometer.core.instrument.binder.MeterBinder;
import net.alogins.oo.Recommender;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The recommender's counts, in the application's own meter registry. */
@AutoConfiguration(after = OoAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(Recommender.class)
public class OoMetricsAutoConfiguration {

  /** Made by Spring. */
  public OoMetricsAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(name = "ooMeters")
  MeterBinder ooMeters(Recommender recommender) {
    return new Meters(recommender);
  }
}
