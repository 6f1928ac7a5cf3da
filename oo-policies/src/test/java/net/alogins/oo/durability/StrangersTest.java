package net.alogins.oo.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.StateStore;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.testkit.ManualScheduler;
import org.junit.jupiter.api.Test;

/** I4, I14: whoever has a few rows is folded again from those, and saved before they go. */
class StrangersTest {

  private static final List<UserId> STRANGERS =
      IntStream.range(0, 20).mapToObj(i -> new UserId("stranger " + i)).toList();
  private static final UserId REGULAR = new UserId("regular");

  private final Set<Object> saved = new HashSet<>();
  private final Stores memory = Stores.inMemory();
  private final Stores stores =
      new Stores(memory.log(), memory.profiles(), memory.scores(), noting(memory.states()));
  private final Village village = new Village(1, 3);
  private final ManualScheduler behind = new ManualScheduler();

  /** The same store; who is saved in it is noted. */
  private StateStore noting(StateStore states) {
    InvocationHandler note =
        (proxy, method, arguments) -> {
          if (method.getName().equals("saveOwn")) {
            saved.addAll(((Map<?, ?>) arguments[1]).keySet());
          }
          return method.invoke(states, arguments);
        };
    ClassLoader loader = StateStore.class.getClassLoader();
    return (StateStore) Proxy.newProxyInstance(loader, new Class<?>[] {StateStore.class}, note);
  }

  private Recommender recommender(Stores over, Duration retention) {
    return village
        .builder(over)
        .scheduler(behind)
        .snapshotEvery(1)
        .peopleInMemory(2)
        .retention(retention)
        .build();
  }

  private void ask(Recommender recommender, UserId user) {
    village.clock.advance(Duration.ofMinutes(1));
    recommender.tip(user).ifPresent(tip -> recommender.react(user, Reaction.done(tip.id())));
    behind.run();
  }

  @Test
  void i14_strangers_are_saved_when_their_rows_go_and_regulars_as_they_change() {
    try (Recommender recommender = recommender(stores, Duration.ofDays(30))) {
      STRANGERS.forEach(user -> ask(recommender, user));
      assertThat(saved).isEmpty();

      IntStream.range(0, 5).forEach(i -> ask(recommender, REGULAR));
      assertThat(saved).containsExactly(REGULAR);

      village.clock.advance(Duration.ofDays(31));
      ask(recommender, REGULAR);
      assertThat(stores.log().trimmed()).isGreaterThanOrEqualTo(2L * STRANGERS.size());
      assertThat(saved).containsAll(STRANGERS);
    }
  }

  /** What is learned of a life with a month's pause and a new start in the middle. */
  private static String lived(Duration retention) {
    StrangersTest life = new StrangersTest();
    try (Recommender first = life.recommender(life.stores, retention)) {
      STRANGERS.forEach(user -> life.ask(first, user));
      life.village.clock.advance(Duration.ofDays(31));
      life.ask(first, REGULAR);
    }
    try (Recommender second = life.recommender(life.stores, retention)) {
      STRANGERS.forEach(user -> life.ask(second, user));
      return second.status().stateHash();
    }
  }

  @Test
  void i4_whose_rows_went_goes_on_as_if_they_had_stayed() {
    assertThat(lived(Duration.ofDays(30))).isEqualTo(lived(Duration.ofDays(400)));
  }
}
