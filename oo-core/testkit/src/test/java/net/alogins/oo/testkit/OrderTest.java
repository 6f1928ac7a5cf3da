package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.House.ADA;
import static net.alogins.oo.testkit.SampleEvents.AT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.ReactionId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a decision earned is a function of the set of what was said to it. */
class OrderTest {

  /** The decision that everything is said to. */
  private static final Decided DECIDED = decided();

  private static Decided decided() {
    House house = new House("a", "b");
    try (Recommender recommender = house.builder(new Remembering()).build()) {
      recommender.tip(ADA);
    }
    return (Decided) house.stores.log().read(0, 1).get(0).event();
  }

  /** Everything that can be said to it: answers, undos of these and of one that never came. */
  private static List<Event> everything() {
    List<Event> all = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      all.add(SampleEvents.reacted(ADA, DECIDED.tip(), new ReactionId("done " + i), Kind.DONE));
      all.add(SampleEvents.reacted(ADA, DECIDED.tip(), new ReactionId("no " + i), Kind.DISMISSED));
    }
    all.add(
        SampleEvents.snoozed(
            ADA, DECIDED.tip(), new ReactionId("later"), AT.plus(Duration.ofHours(1))));
    for (String target : List.of("done 1", "done 2", "no 1", "later", "never came")) {
      all.add(
          new Retracted(
              ADA, AT, DECIDED.tip(), new ReactionId("undo " + target), new ReactionId(target)));
    }
    all.add(new WindowClosed(ADA, AT, DECIDED.tip()));
    all.add(new Withdrawn(ADA, AT, DECIDED.tip()));
    return all;
  }

  @Provide
  Arbitrary<List<List<Event>>> orders() {
    return Arbitraries.of(everything())
        .set()
        .ofMinSize(1)
        .ofMaxSize(6)
        .flatMap(said -> Arbitraries.shuffle(List.copyOf(said)).list().ofSize(6));
  }

  @Property(tries = 100, seed = "20261124")
  void the_order_of_what_was_said_does_not_show(@ForAll("orders") List<List<Event>> orders) {
    Status first = told(orders.get(0));
    for (List<Event> order : orders) {
      Status status = told(order);
      assertThat(status.stateHash()).as("%s", order).isEqualTo(first.stateHash());
      assertThat(status.counters()).as("%s", order).isEqualTo(first.counters());
    }
  }

  private static Status told(List<Event> said) {
    House house = new House("a", "b");
    try (Recommender recommender = house.builder(new Remembering()).build()) {
      house.stores.log().append(List.of(DECIDED));
      for (Event event : said) {
        house.stores.log().append(List.of(event));
      }
      return recommender.status();
    }
  }
}
