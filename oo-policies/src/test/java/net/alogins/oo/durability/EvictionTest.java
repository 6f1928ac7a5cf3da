package net.alogins.oo.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.Stores;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Reaction;
import org.junit.jupiter.api.Test;

/** I14: people in memory are bounded, and who is evicted never shows in any result. */
class EvictionTest {

  private static final int ALL = 100_000;

  private static Status lived(Stores stores, int inMemory, int questions) {
    Village village = new Village(25, 3);
    try (Recommender recommender = village.builder(stores).peopleInMemory(inMemory).build()) {
      village.live(recommender, questions);
      return recommender.status();
    }
  }

  @Test
  void i14_the_same_life_with_one_person_in_memory_is_the_same_bit_for_bit() {
    Stores small = Stores.inMemory();
    Stores large = Stores.inMemory();

    Status crowded = lived(small, 1, 600);
    Status roomy = lived(large, 1000, 600);

    assertThat(crowded.stateHash()).isEqualTo(roomy.stateHash());
    assertThat(crowded.counters()).isEqualTo(roomy.counters());
    assertThat(decisions(small)).isEqualTo(decisions(large));
  }

  @Test
  void whoever_keeps_coming_stays_in_memory_however_many_strangers_pass() {
    Stores stores = Stores.inMemory();
    UserId regular = new UserId("regular");
    AtomicInteger reads = new AtomicInteger();
    Stores counted =
        new Stores(
            counting(stores.log(), regular, reads),
            stores.profiles(),
            stores.scores(),
            stores.states());
    try (Recommender recommender = new Village(1, 3).builder(counted).peopleInMemory(4).build()) {
      for (int i = 0; i < 50; i++) {
        recommender.open(regular);
        recommender.open(new UserId("stranger " + i));
      }
      assertThat(reads).hasValue(1);

      for (int i = 0; i < 50; i++) {
        recommender.open(new UserId("stranger " + i));
      }
      recommender.open(regular);
      assertThat(reads).hasValue(2);
    }
  }

  /** The same log; how often the rows of {@code user} are read is counted. */
  private static EventLog counting(EventLog log, UserId user, AtomicInteger reads) {
    InvocationHandler count =
        (proxy, method, arguments) -> {
          if (method.getName().equals("read") && user.equals(arguments[0])) {
            reads.incrementAndGet();
          }
          return method.invoke(log, arguments);
        };
    ClassLoader loader = EventLog.class.getClassLoader();
    return (EventLog) Proxy.newProxyInstance(loader, new Class<?>[] {EventLog.class}, count);
  }

  /** The rows without the times that the stages took. */
  private static List<String> decisions(Stores stores) {
    return stores.log().read(0, ALL).stream()
        .map(Recorded::event)
        .map(event -> event.toString().replaceAll("stages=.*", ""))
        .toList();
  }

  @Test
  void i10_people_who_are_read_while_they_change_are_never_older_than_what_was_acknowledged()
      throws Exception {
    Village village = new Village(12, 5);
    Stores stores = Stores.inMemory();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Recommender recommender = village.builder(stores).peopleInMemory(2).build()) {
      List<Callable<Void>> work = new ArrayList<>();
      for (UserId user : village.people()) {
        work.add(
            () -> {
              for (int i = 0; i < 60; i++) {
                recommender
                    .tip(user)
                    .ifPresent(
                        tip -> {
                          recommender.react(user, Reaction.dismiss(tip.id()));
                          assertThat(recommender.open(user).tip()).isEmpty();
                        });
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get(60, TimeUnit.SECONDS);
      }
      Status live = recommender.status();

      assertThat(live.stateHash()).isEqualTo(recommender.rebuild().stateHash());
    } finally {
      threads.shutdownNow();
    }
  }
}
