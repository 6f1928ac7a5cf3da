package net.alogins.oo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.http.Operations;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.servlet.function.RouterFunction;

class AutoConfigurationTest {

  private static final UserId ADA = new UserId("ada");

  private final ApplicationContextRunner bare = Runners.bare();
  private final ApplicationContextRunner application = Runners.application();
  private final WebApplicationContextRunner web = Runners.web();

  @TempDir private Path folder;

  @Configuration(proxyBeanMethods = false)
  static class Books {

    @Bean
    @Order(1)
    CandidateSource books() {
      return CandidateSource.immediate(
          context -> List.of(Candidate.of("books", "1", "Read a page")));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnPolicy {

    @Bean
    Policy<?> policy() {
      return Policies.firstCandidate();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class NoChores {

    @Bean
    CandidateFilter noChores() {
      return new CandidateFilter() {
        @Override
        public String name() {
          return "no-chores";
        }

        @Override
        public boolean keeps(Candidate candidate, Context context) {
          return !candidate.id().source().equals("chores");
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnRecommender {

    @Bean
    Recommender mine(CandidateSource source) {
      return Recommender.from(source).choosingWith(Policies.uniform()).build();
    }
  }

  private static Tip tip(Recommender recommender) {
    return recommender.tip(ADA).tip().orElseThrow();
  }

  @Test
  void one_source_is_enough_for_a_tip() {
    application.run(
        context -> {
          Recommender recommender = context.getBean(Recommender.class);

          assertThat(tip(recommender).title()).isEqualTo("Water the plants");
          assertThat(recommender.status().policy()).isEqualTo("standard");
          assertThat(recommender.health().isVolatile()).isTrue();
        });
  }

  @Test
  void without_a_source_there_is_nothing() {
    bare.run(
        context -> {
          assertThat(context).hasNotFailed();
          assertThat(context).doesNotHaveBean(Recommender.class);
          assertThat(context).doesNotHaveBean(Policy.class);
        });
  }

  @Test
  void it_can_be_turned_off() {
    application
        .withPropertyValues("oo.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(Recommender.class));
    web.withPropertyValues("oo.web.enabled=false")
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(Recommender.class)
                    .doesNotHaveBean(RouterFunction.class));
  }

  @Test
  void all_sources_and_filters_are_asked_in_their_order() {
    application
        .withUserConfiguration(Books.class, OwnPolicy.class)
        .run(
            context ->
                assertThat(tip(context.getBean(Recommender.class)).title())
                    .isEqualTo("Read a page"));
    application
        .withUserConfiguration(Books.class, NoChores.class)
        .run(
            context ->
                assertThat(tip(context.getBean(Recommender.class)).title())
                    .isEqualTo("Read a page"));
  }

  @Test
  void a_bean_of_the_application_stands_for_ours() {
    application
        .withUserConfiguration(OwnPolicy.class)
        .run(
            context ->
                assertThat(context.getBean(Recommender.class).status().policy())
                    .isEqualTo("first-candidate"));
    application
        .withUserConfiguration(OwnRecommender.class)
        .run(
            context ->
                assertThat(context.getBean(Recommender.class).status().policy())
                    .isEqualTo("uniform"));
  }

  @Test
  void properties_say_the_rest() {
    application
        .withPropertyValues(
            "oo.policy=linear-greedy-floor-0.05",
            "oo.shadows=uniform,first-candidate",
            "oo.deadline=50ms",
            "oo.open-for=2h",
            "oo.retention=60d",
            "oo.people-in-memory=10",
            "oo.zone=Europe/Paris")
        .run(
            context -> {
              Recommender recommender = context.getBean(Recommender.class);
              assertThat(recommender.status().policy()).isEqualTo("linear-greedy-floor-0.05");
              assertThat(recommender.health().lags())
                  .containsKeys("shadow/uniform", "shadow/first-candidate");
              Tip tip = tip(recommender);
              assertThat(tip.openUntil()).isEqualTo(tip.at().plusSeconds(7200));
            });
  }

  @Test
  void what_cannot_be_is_named() {
    application
        .withPropertyValues("oo.policy=vowpal")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("a policy must be named standard"));
    application
        .withPropertyValues("oo.store=sqlite")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("oo.sqlite-file must be set when oo.store is sqlite"));
  }

  @Test
  void what_is_in_a_file_is_there_again() {
    ApplicationContextRunner kept =
        application.withPropertyValues(
            "oo.store=sqlite", "oo.sqlite-file=" + folder.resolve("oo.db"));
    kept.run(
        context -> {
          Recommender recommender = context.getBean(Recommender.class);
          assertThat(recommender.health().isVolatile()).isFalse();
          recommender.react(ADA, Reaction.done(tip(recommender).id()));
        });

    kept.run(
        context ->
            assertThat(context.getBean(Recommender.class).status().counters())
                .containsEntry("reactions.learned", 1L));
  }

  @Test
  void stores_are_optional() {
    application
        .withClassLoader(new FilteredClassLoader(SqliteStores.class))
        .run(
            context ->
                assertThat(context).hasSingleBean(Recommender.class).doesNotHaveBean(Stores.class));
  }

  @Test
  void a_store_that_was_asked_for_must_be_there() {
    application
        .withClassLoader(new FilteredClassLoader(SqliteStores.class))
        .withPropertyValues("oo.store=sqlite")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("without oo-jdbc on the class path but was SQLITE"));
  }

  @Test
  void routes_are_for_servlets_that_have_the_operations() {
    web.run(context -> assertThat(context).hasBean("ooRoutes").hasBean("ooUserResolver"));
    application.run(context -> assertThat(context).doesNotHaveBean("ooRoutes"));
    web.withClassLoader(new FilteredClassLoader(Operations.class))
        .run(
            context ->
                assertThat(context).hasSingleBean(Recommender.class).doesNotHaveBean("ooRoutes"));
  }

  @Test
  void the_recommender_is_closed_with_the_application() {
    Recommender[] seen = new Recommender[1];
    application.run(context -> seen[0] = context.getBean(Recommender.class));

    assertThat(seen[0].health().isOpen()).isFalse();
  }

  @Configuration(proxyBeanMethods = false)
  static class Threads {

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

    @Bean
    AsyncTaskExecutor applicationTaskExecutor() {
      return new SimpleAsyncTaskExecutor("host-");
    }

    @Bean(destroyMethod = "")
    ScheduledExecutorService scheduler() {
      return scheduler;
    }

    @Bean
    CandidateSource slow() {
      return context -> List.of(Candidate.of("slow", "1", Thread.currentThread().getName()));
    }
  }

  @Test
  void the_threads_of_the_host_are_used_and_not_ended() {
    List<ScheduledExecutorService> used = new ArrayList<>();
    bare.withUserConfiguration(Threads.class)
        .run(
            context -> {
              used.add(context.getBean(ScheduledExecutorService.class));

              assertThat(tip(context.getBean(Recommender.class)).title()).startsWith("host-");
            });

    assertThat(used.get(0).isShutdown()).isFalse();
    used.get(0).shutdownNow();
  }
}
