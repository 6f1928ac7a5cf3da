package net.alogins.oo.spring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.CandidateFilter;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.reaction.SideEffect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;

/**
 * A {@link Recommender} of the application's beans, as soon as there is a {@link CandidateSource}.
 * Sources, filters and side effects are all taken, in their order; of the rest there may be one.
 * Slow sources are asked on the application's task executor; work behind the path has a thread of
 * its own unless there is a {@link ScheduledExecutorService}, which it would keep busy.
 */
@AutoConfiguration(after = OoStoreAutoConfiguration.class)
@ConditionalOnProperty(name = "oo.enabled", matchIfMissing = true)
@ConditionalOnBean(CandidateSource.class)
@EnableConfigurationProperties(OoProperties.class)
@Import(OoAutoConfiguration.Parts.class)
public class OoAutoConfiguration {

  /** Made by Spring. */
  public OoAutoConfiguration() {}

  /** What the application may say by beans. */
  record Parts(
      ObjectProvider<CandidateFilter> filters,
      ObjectProvider<SideEffect> effects,
      ObjectProvider<Features> features,
      ObjectProvider<RewardRule> rewards,
      ObjectProvider<Consents> consents,
      ObjectProvider<Clock> clock,
      @Qualifier("applicationTaskExecutor") ObjectProvider<AsyncTaskExecutor> executor,
      ObjectProvider<ScheduledExecutorService> scheduler,
      ObjectProvider<Stores> stores) {

    private void into(Builder builder) {
      filters.orderedStream().forEach(builder::filter);
      effects.orderedStream().forEach(builder::effect);
      features.ifAvailable(builder::features);
      rewards.ifAvailable(builder::rewards);
      consents.ifAvailable(builder::consents);
      clock.ifAvailable(builder::clock);
      executor.ifAvailable(host -> builder.executor(new ExecutorServiceAdapter(host)));
      scheduler.ifUnique(builder::scheduler);
      stores.ifAvailable(builder::stores);
    }

    /** To forget everything in silence is not what was asked for. */
    private void require(OoProperties.Store store) {
      if (store != OoProperties.Store.MEMORY && stores.getIfAvailable() == null) {
        throw new IllegalStateException(
            "oo.store must be memory without oo-jdbc on the class path but was " + store);
      }
    }
  }

  @Bean
  @ConditionalOnMissingBean
  Policy<?> ooPolicy(OoProperties properties) {
    return Policies.named(properties.policy());
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Recommender ooRecommender(
      ObjectProvider<CandidateSource> sources,
      Policy<?> policy,
      Parts parts,
      OoProperties properties) {
    List<CandidateSource> all = sources.orderedStream().toList();
    CandidateSource[] more = all.subList(1, all.size()).toArray(CandidateSource[]::new);
    Builder builder = Recommender.from(all.get(0), more).choosingWith(policy);
    parts.require(properties.store());
    parts.into(builder);
    properties.shadows().forEach(name -> builder.shadow(Policies.named(name)));
    Optional.ofNullable(properties.deadline()).ifPresent(builder::deadline);
    Optional.ofNullable(properties.openFor()).ifPresent(builder::openFor);
    Optional.ofNullable(properties.retention()).ifPresent(builder::retention);
    Optional.ofNullable(properties.peopleInMemory()).ifPresent(builder::peopleInMemory);
    Optional.ofNullable(properties.zone()).ifPresent(builder::zone);
    return builder.build();
  }
}
