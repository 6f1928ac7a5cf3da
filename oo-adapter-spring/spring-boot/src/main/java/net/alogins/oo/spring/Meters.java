package net.alogins.oo.spring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Health;
import net.alogins.oo.Recommender;

/**
 * How a recommender stands, as meters: what the log says by kind ({@code oo.decisions.*}, {@code
 * oo.reactions.*}, which corrections may lower), how far each follower is behind ({@code oo.lag})
 * and how long learning takes ({@code oo.learning.*}). Nobody's id is in any of them.
 */
record Meters(Recommender recommender) implements MeterBinder {

  private static final String COUNT = "learning.count";

  @Override
  public void bindTo(MeterRegistry registry) {
    Health now = recommender.health();
    now.counters().keySet().forEach(name -> count(name, registry));
    now.lags().keySet().forEach(follower -> lag(follower, registry));
    time("learning.median", registry);
    time("learning.p99", registry);
    FunctionCounter.builder("oo." + COUNT, recommender, one -> one.health().timings().get(COUNT))
        .description("Batches learned since the start")
        .register(registry);
  }

  private void count(String name, MeterRegistry registry) {
    Gauge.builder("oo." + name, recommender, one -> one.health().counters().get(name))
        .description("Facts of the log, or refused before it")
        .register(registry);
  }

  private void lag(String follower, MeterRegistry registry) {
    Gauge.builder("oo.lag", recommender, one -> one.health().lags().get(follower))
        .tag("follower", follower)
        .description("Rows of the log that a follower is behind")
        .baseUnit("rows")
        .register(registry);
  }

  private void time(String name, MeterRegistry registry) {
    TimeGauge.builder(
            "oo." + name,
            recommender,
            TimeUnit.NANOSECONDS,
            one -> one.health().timings().get(name))
        .description("From a commit until the next question sees what it taught")
        .register(registry);
  }
}
