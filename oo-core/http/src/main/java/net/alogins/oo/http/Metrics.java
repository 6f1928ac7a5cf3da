package net.alogins.oo.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.alogins.oo.Health;
import net.alogins.oo.Recommender;

/**
 * How everything stands, for a Prometheus that comes by. Families and labels are known beforehand:
 * operations, statuses, states, and the names that the host gave its policies and effects; nobody
 * and no title is in them.
 */
final class Metrics {

  private static final double NANOS = 1e9;
  private static final List<String> RECEIPTS =
      List.of("recorded", "repeated", "conflict", "rejected");
  private static final List<String> OF_REACTIONS =
      List.of("learned", "censored", "retracted", "late", "orphan", "deadLettered");
  private static final List<String> OF_DECISIONS =
      List.of("learned", "withdrawn", "deadLettered", "open");

  private final Recommender recommender;
  private final Supplier<Health> health;
  private final Traffic traffic;
  private final List<Family> others;

  Metrics(Recommender recommender, Supplier<Health> health, Traffic traffic, List<Family> others) {
    this.recommender = recommender;
    this.health = health;
    this.traffic = traffic;
    this.others = List.copyOf(others);
  }

  Response scraped(Call call) {
    Health now = health.get();
    Exposition all = new Exposition();
    standing(all, now);
    facts(all, now.counters());
    learning(all, now.timings());
    requests(all);
    others.forEach(family -> ofTheHost(all, family));
    return Response.metrics(all.text());
  }

  private void standing(Exposition all, Health now) {
    all.family("oo_degraded", "gauge", "Whether a follower of the log is stuck or far behind.")
        .is(WireReadiness.isDegraded(now) ? 1 : 0);
    all.family("oo_volatile", "gauge", "Whether everything is lost when the process ends.")
        .is(now.isVolatile() ? 1 : 0);
    all.family("oo_people_in_memory", "gauge", "People whom the live policy has in memory.")
        .is(now.people());
    all.family("oo_dead_letters", "gauge", "What could not be learned and is listed.")
        .is(recommender.deadLetters().size());
    Map<String, Long> lags = new TreeMap<>(now.lags());
    all.family("oo_follower_lag_rows", "gauge", "Rows of the log that a follower is behind.");
    lags.forEach((name, rows) -> all.is("follower", name, rows));
    all.family("oo_follower_stuck", "gauge", "Whether a follower cannot take its next row.");
    lags.keySet().forEach(name -> all.is("follower", name, now.stuck().contains(name) ? 1 : 0));
  }

  /** What the parts of {@code counters} sum up to is a counter, and they are by state. */
  private static void facts(Exposition all, Map<String, Long> counters) {
    all.family("oo_decisions_decided_total", "counter", "Decisions that were made.")
        .is(count(counters, "decisions.decided"));
    all.family("oo_decisions", "gauge", "Decisions by what became of them.");
    OF_DECISIONS.forEach(each -> all.is("state", each, count(counters, "decisions." + each)));
    all.family("oo_reactions_received_total", "counter", "Reactions by their receipt.");
    RECEIPTS.forEach(each -> all.is("receipt", each, count(counters, "reactions." + each)));
    all.family("oo_reactions", "gauge", "Recorded reactions by what became of them.");
    OF_REACTIONS.forEach(each -> all.is("state", each, count(counters, "reactions." + each)));
  }

  private static long count(Map<String, Long> counters, String name) {
    return counters.getOrDefault(name, 0L);
  }

  private static void learning(Exposition all, Map<String, Long> timings) {
    all.family("oo_learning_batches_total", "counter", "Batches learned since the start.")
        .is(count(timings, "learning.count"));
    all.family(
            "oo_learning_seconds",
            "gauge",
            "From a commit until the next question sees what it taught, of the latest batches.")
        .is("quantile", "0.5", count(timings, "learning.median") / NANOS)
        .is("quantile", "0.99", count(timings, "learning.p99") / NANOS);
  }

  private static void ofTheHost(Exposition all, Family family) {
    all.family(family.name(), family.type(), family.help());
    new TreeMap<>(family.numbers().get())
        .forEach((value, number) -> all.is(family.label(), value, number));
  }

  private void requests(Exposition all) {
    all.family("oo_http_requests_total", "counter", "Answers by operation and class of status.");
    traffic
        .answers()
        .forEach(
            (operation, counts) ->
                counts.forEach(
                    (status, count) -> all.is("operation", operation, "status", status, count)));
    all.family("oo_tip_seconds", "histogram", "How long answers to a question for a tip took.")
        .are(traffic.tips());
  }
}
