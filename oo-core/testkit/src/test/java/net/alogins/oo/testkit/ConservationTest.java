package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.testkit.Life.Move;
import net.alogins.oo.testkit.Life.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever two people do, every fact is accounted for, and the log says everything. */
class ConservationTest {

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.of(Move.class), Arbitraries.integers().between(0, 30))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(80);
  }

  @Property(tries = 100, seed = "20261124")
  void every_fact_is_accounted_for(@ForAll("steps") List<Step> steps) {
    Life life = new Life();
    Status status = live(life, steps);
    Map<String, Long> counts = status.counters();

    assertThat(sum(counts, "reactions.", "learned", "retracted", "censored", "late", "orphan"))
        .isEqualTo(counts.get("reactions.recorded"));
    assertThat(sum(counts, "reactions.", "recorded", "repeated", "conflict"))
        .isEqualTo(counts.get("reactions.received"));
    assertThat(sum(counts, "decisions.", "learned", "withdrawn", "open"))
        .isEqualTo(counts.get("decisions.decided"));
    assertThat(counts.values()).allMatch(count -> count >= 0);
    assertThat(counts).containsEntry("reactions.deadLettered", 0L);
  }

  @Property(tries = 100, seed = "20261125")
  void the_counters_say_what_was_told_and_what_was_logged(@ForAll("steps") List<Step> steps) {
    Life life = new Life();
    Map<String, Long> counts = live(life, steps).counters();
    List<Event> log =
        life.house.stores.log().read(0, 10_000).stream().<Event>map(Recorded::event).toList();

    assertThat(counts)
        .containsEntry("decisions.decided", (long) life.decided())
        .containsEntry("decisions.decided", count(log, Decided.class::isInstance))
        .containsEntry("decisions.withdrawn", count(log, Withdrawn.class::isInstance))
        .containsEntry("reactions.received", (long) life.answers())
        .containsEntry("reactions.recorded", count(log, Reacted.class::isInstance))
        .containsEntry("reactions.orphan", count(log, e -> e instanceof Reacted r && !r.decided()))
        .containsEntry("reactions.late", (long) life.answers(Receipt.LATE));
  }

  private static long count(List<Event> log, Predicate<Event> which) {
    return log.stream().filter(which).count();
  }

  @Property(tries = 100, seed = "20261126")
  void a_new_recommender_over_the_same_log_knows_the_same(@ForAll("steps") List<Step> steps) {
    Life life = new Life();
    Status lived = live(life, steps);

    try (Recommender again = life.recommender()) {
      assertThat(again.status().seq()).isEqualTo(lived.seq());
      assertThat(again.status().stateHash()).isEqualTo(lived.stateHash());
      assertThat(ofTheLog(again.status())).isEqualTo(ofTheLog(lived));
    }
  }

  /** The counters but for those of what never came into the log. */
  private static Map<String, Long> ofTheLog(Status status) {
    Map<String, Long> counters = new TreeMap<>(status.counters());
    List.of("reactions.repeated", "reactions.conflict", "reactions.received")
        .forEach(counters::remove);
    return counters;
  }

  private static Status live(Life life, List<Step> steps) {
    try (Recommender recommender = life.recommender()) {
      steps.forEach(step -> life.take(recommender, step));
      return recommender.status();
    }
  }

  private static long sum(Map<String, Long> counters, String prefix, String... names) {
    return List.of(names).stream().mapToLong(name -> counters.get(prefix + name)).sum();
  }
}
