package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** What an operator sees of a recommender: health, meters, an endpoint. */
class WatchedTest {

  private static final UserId ADA = new UserId("ada");

  private final ApplicationContextRunner application = Runners.application();
  private final WebApplicationContextRunner web = Runners.web();

  private static Tip tip(Recommender recommender) {
    return recommender.tip(ADA).tip().orElseThrow();
  }

  @Test
  void health_is_that_of_the_recommender() {
    application.run(
        context -> {
          HealthIndicator health = context.getBean(HealthIndicator.class);
          assertThat(health.health().getStatus()).isEqualTo(Status.UP);
          assertThat(health.health().getDetails()).containsEntry("volatile", true);

          context.getBean(Recommender.class).close();

          assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        });
    application
        .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
        .run(context -> assertThat(context).doesNotHaveBean(OoHealthAutoConfiguration.class));
  }

  @Test
  void what_it_counts_is_in_the_meters_and_nobody_is() {
    application.run(
        context -> {
          Recommender recommender = context.getBean(Recommender.class);
          recommender.react(ADA, Reaction.done(tip(recommender).id()));
          SimpleMeterRegistry registry = new SimpleMeterRegistry();

          context.getBean(MeterBinder.class).bindTo(registry);

          assertThat(registry.get("oo.reactions.recorded").gauge().value()).isEqualTo(1);
          assertThat(registry.get("oo.decisions.learned").gauge().value()).isEqualTo(1);
          assertThat(registry.get("oo.learning.count").functionCounter().count()).isEqualTo(2);
          assertThat(registry.get("oo.learning.p99").timeGauge().value(TimeUnit.SECONDS))
              .isBetween(0., 60.);
          assertThat(registry.get("oo.lag").tag("follower", "tip-scores").gauges()).hasSize(1);
          assertThat(registry.getMeters().toString()).doesNotContain(ADA.value());
        });
  }

  @Test
  void the_endpoint_is_there_where_it_is_exposed_and_names_nobody() {
    application.run(context -> assertThat(context).doesNotHaveBean(OoEndpoint.class));
    web.withPropertyValues("management.endpoints.web.exposure.include=oo")
        .run(
            context -> {
              Recommender recommender = context.getBean(Recommender.class);
              recommender.react(ADA, Reaction.done(tip(recommender).id()));

              Map<String, Object> standing = context.getBean(OoEndpoint.class).standing();

              assertThat(standing)
                  .containsEntry("policy", "standard")
                  .containsEntry("stateHash", recommender.status().stateHash())
                  .containsEntry("deadLetters", 0)
                  .containsEntry("volatile", true);
              assertThat(standing.toString()).doesNotContain(ADA.value());
            });
  }

  @Test
  void without_micrometer_and_actuator_there_is_still_a_tip() {
    application
        .withClassLoader(
            new FilteredClassLoader("io.micrometer", "org.springframework.boot.actuate"))
        .run(context -> assertThat(tip(context.getBean(Recommender.class))).isNotNull());
  }
}
